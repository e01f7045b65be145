package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.MERGE_PATCH;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /api/v2/changes} does what the contract says (section 5). */
public abstract class FeedContract extends HttpContract {

    private static final String PATH = "/api/v2/changes";
    private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");
    private static final Pattern NEXT = Pattern.compile("\"nextSince\":(\\d+)}$");

    @Test
    void everyChangeIsToldWithTheCityAsItWasThenAndDeletionsAsTombstones() {
        app.addParis();
        String first = app.get("/api/v2/cities/1").body();
        app.send("PATCH", "/api/v2/cities/1", "{\"population\":5}", EDITOR, MERGE_PATCH, "If-Match: *");
        String second = app.get("/api/v2/cities/1").body();
        app.send("DELETE", "/api/v2/cities/1", null, EDITOR, "If-Match: *");
        app.send("POST", "/api/v2/cities/1/restore", "{\"version\":1}", EDITOR, JSON);
        String restored = app.get("/api/v2/cities/1").body();
        String by =
                ",\"at\":\"[^\"]+\",\"by\":\\{\"id\":\"usr_[0-9a-f]+\",\"name\":\"[^\"]+\"},\"via\":\"api\",\"city\":";
        HttpResponse<String> feed = app.get(PATH, EDITOR);
        assertThat(feed.body())
                .matches("\\{\"items\":\\["
                        + "\\{\"sequence\":1,\"cityId\":1,\"version\":1,\"action\":\"create\"" + by
                        + Pattern.quote(first) + "},"
                        + "\\{\"sequence\":2,\"cityId\":1,\"version\":2,\"action\":\"update\"" + by
                        + Pattern.quote(second) + "},"
                        + "\\{\"sequence\":3,\"cityId\":1,\"version\":3,\"action\":\"delete\"" + by + "null},"
                        + "\\{\"sequence\":4,\"cityId\":1,\"version\":4,\"action\":\"restore\"" + by
                        + Pattern.quote(restored) + "}],\"nextSince\":4}");
        assertThat(header(feed, "Cache-Control")).isEqualTo("no-store");
        assertThat(app.get(PATH, EDITOR, "Accept-Language: fr").body()).contains("\"country\":\"France\"");
    }

    @Test
    void whoGoesOnWhereHeStoppedIsToldEveryChangeOnceWhateverIsWrittenMeanwhile() throws InterruptedException {
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread writer = new Thread(() -> {
                for (int j = 0; j < 15; j++) {
                    app.addParis();
                }
            });
            writer.start();
            writers.add(writer);
        }
        Thread watch = new Thread(() -> {
            writers.forEach(FeedContract::join);
            writing.set(false);
        });
        watch.start();
        List<Long> seen = new ArrayList<>();
        long since = 0;
        boolean last = false;
        while (!last) {
            last = !writing.get();
            String body = app.get(PATH + "?limit=7&since=" + since, EDITOR).body();
            List<Long> page = sequences(body);
            seen.addAll(page);
            Matcher next = NEXT.matcher(body);
            assertThat(next.find()).as(body).isTrue();
            since = Long.parseLong(next.group(1));
            last &= page.isEmpty();
        }
        watch.join();
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 45).boxed().toList());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void behindTheEndThereIsNothingYet() {
        assertThat(app.get(PATH, EDITOR).body()).isEqualTo("{\"items\":[],\"nextSince\":0}");
        app.addParis();
        assertThat(app.get(PATH + "?since=1", EDITOR).body()).isEqualTo("{\"items\":[],\"nextSince\":1}");
        assertThat(app.get(PATH + "?since=9223372036854775807", EDITOR).body())
                .isEqualTo("{\"items\":[],\"nextSince\":9223372036854775807}");
    }

    @ParameterizedTest
    @CsvSource({
        "401, token, X: 1, since=-1",
        "403, read:history, Authorization: viewer, since=-1",
        "400, since, Authorization: editor, since=-1",
        "400, since, Authorization: editor, since=x",
        "400, since, Authorization: editor, since=9223372036854775808",
        "400, since, Authorization: editor, since=1&since=2",
        "400, limit, Authorization: editor, limit=0",
        "400, limit, Authorization: editor, limit=201",
        "400, cursor, Authorization: editor, cursor=x",
    })
    void whatIsWrongIsNamed(int status, String named, String caller, String query) {
        HttpResponse<String> refused = app.get(PATH + "?" + query, caller);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains(named);
        assertThat(app.get(PATH, VIEWER).statusCode()).isEqualTo(403);
    }

    private static List<Long> sequences(String body) {
        return SEQUENCE.matcher(body)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
    }
}
