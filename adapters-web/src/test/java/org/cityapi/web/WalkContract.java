package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * api.md, 4: a walk over all pages yields each city that was there throughout exactly once, whatever is inserted or
 * deleted meanwhile.
 */
public abstract class WalkContract extends HttpContract {

    private static final String CITIES = "/api/v2/cities";
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private static final List<String> NAMES =
            List.of("Paris", "Parintins", "Nový Paris", "Paris", "Parizh", "Saint Parize", "Paris", "Parigi");

    private String add(String name, long population, int longitude) {
        HttpResponse<String> added =
                app.add("{\"name\":\"%s\",\"countryCode\":\"FR\",\"population\":%d,\"latitude\":0,\"longitude\":%d}"
                        .formatted(name, population, longitude));
        return ids(added).get(0);
    }

    private static List<String> ids(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return ID.matcher(answer.body()).results().map(found -> found.group(1)).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=pari",
                "q=pari&near=0,0",
                "q=pari&sort=-name",
                "near=0,0",
                "near=0,0&radiusKm=9000&sort=name",
                "bbox=-10,-10,170,10",
                "bbox=-10,-10,170,10&q=pari"
            })
    void aWalkSeesWhatIsThereThroughoutOnceWhateverComesAndGoes(String query) {
        for (int i = 0; i < NAMES.size(); i++) {
            add(NAMES.get(i), 1_000L + i % 3, 10 + i % 4);
        }
        Set<String> throughout = new HashSet<>(ids(app.get(CITIES + "?" + query)));
        assertThat(throughout).hasSize(NAMES.size());
        List<String> seen = new ArrayList<>();
        String path = CITIES + "?limit=2&" + query;
        for (int pages = 1; path != null; pages++) {
            HttpResponse<String> page = app.get(path);
            List<String> ids = ids(page);
            seen.addAll(ids);
            Matcher next = NEXT.matcher(header(page, "Link"));
            path = next.find() ? next.group(1) : null;
            if (pages < NAMES.size() / 2) {
                String last = ids.get(ids.size() - 1);
                app.send("DELETE", CITIES + "/" + last, null, EDITOR, "If-Match: *");
                throughout.remove(last);
                add("Pari", 99_000_000, 0);
                add("Zz Pari", 0, 70);
            }
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(throughout);
        assertThat(throughout).hasSizeGreaterThan(NAMES.size() / 2);
    }
}
