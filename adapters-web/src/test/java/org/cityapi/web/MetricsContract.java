package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.ADMIN;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators read, and nobody else. */
public abstract class MetricsContract extends HttpContract {

    private static final String PATH = "/prometheus";

    private String metrics() {
        HttpResponse<String> answer = app.get(PATH, ADMIN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String uses(String client, String method, String uri, String status, int times) {
        return "cityapi_v1_requests_total{client=\"" + client + "\",method=\"" + method + "\",status=\"" + status
                + "\",uri=\"" + uri + "\"} " + times + ".0\n";
    }

    @Test
    void strangersAndOthersWithoutThePermissionSeeNothing() {
        assertThat(app.get(PATH).statusCode()).isEqualTo(401);
        assertThat(header(app.get(PATH), "WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(app.get(PATH, "Authorization: Bearer expired").statusCode()).isEqualTo(401);
        for (String caller : new String[] {VIEWER, EDITOR}) {
            HttpResponse<String> refused = app.get(PATH, caller);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("jvm_");
        }
        assertThat(app.send("POST", PATH, null, ADMIN).statusCode()).isEqualTo(405);
        assertThat(header(app.send("OPTIONS", PATH, null), "Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(app.send("HEAD", PATH, null, ADMIN).statusCode()).isEqualTo(200);
        assertThat(app.get(PATH, ADMIN, "Accept: image/png").statusCode()).isEqualTo(406);
        assertThat(app.get(PATH + "?x=1", ADMIN).statusCode()).isEqualTo(400);
    }

    @Test
    void theyComeAsPrometheusAsksForThem() {
        HttpResponse<String> text = app.get(PATH, ADMIN);
        assertThat(header(text, "Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(header(text, "Cache-Control")).isEqualTo("no-store");
        assertThat(text.body()).contains("# TYPE jvm_memory_used_bytes gauge").doesNotContain("# EOF");
        String both =
                "Accept: application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
        HttpResponse<String> open = app.get(PATH, ADMIN, both);
        assertThat(header(open, "Content-Type"))
                .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(open.body()).endsWith("# EOF\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            curl/8.5.0                        | curl
            python-requests/2.32 (x; y)       | python-requests
            Mozilla/5.0 (X11; Linux x86_64)   | Mozilla
            "x"                               | other
            AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDDEEEEE/1 | AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD
            """)
    void callersOfVersionOneWhoAreNotKnownAreToldByTheirProduct(String agent, String product) {
        app.get("/api/v1/cities", "User-Agent: " + agent);
        app.get("/cities", "User-Agent: " + agent);
        app.get("/api/v1/cities/9", "User-Agent: " + agent);
        app.get("/api/v1/cities/8", "User-Agent: " + agent);
        app.send("DELETE", "/api/v1/cities/9", null, "User-Agent: " + agent);
        app.send("OPTIONS", "/api/v1/cities/9", null, "User-Agent: " + agent);
        app.send("PATCH", "/api/v1/nothing/at/all", null, "User-Agent: " + agent);
        app.get("/api/v2/cities", "User-Agent: " + agent);
        assertThat(metrics())
                .contains(uses(product, "GET", "/api/v1/cities", "2xx", 1))
                .contains(uses(product, "GET", "/cities", "2xx", 1))
                .contains(uses(product, "GET", "/api/v1/cities/{id}", "4xx", 2))
                .contains(uses(product, "DELETE", "/api/v1/cities/{id}", "4xx", 1))
                .contains(uses(product, "OPTIONS", "/api/v1/cities/{id}", "2xx", 1))
                .contains(uses(product, "PATCH", "other", "4xx", 1));
    }

    @Test
    void callersOfVersionOneAreToldByTheirOAuthClientOrAsNone() {
        app.send("POST", "/api/v1/cities", "{\"name\":\"a\",\"population\":1,\"country\":\"FR\"}", EDITOR, JSON);
        app.get("/api/v1/cities/1", VIEWER);
        RawConnection.exchange(app, "GET /api/v1/cities HTTP/1.1|Host: localhost|Connection: close||");
        String metrics = metrics();
        assertThat(metrics)
                .contains(uses("client:local-editor", "POST", "/api/v1/cities", "2xx", 1))
                .contains(uses("client:local-viewer", "GET", "/api/v1/cities/{id}", "2xx", 1))
                .contains(uses("none", "GET", "/api/v1/cities", "2xx", 1))
                .doesNotContain("usr_", Callers.userId(app, VIEWER));
    }

    @Test
    void whatClientsMakeUpDoesNotMakeThemGrow() {
        for (int i = 0; i < 150; i++) {
            app.get("/api/v1/cities", "User-Agent: agent" + i);
        }
        app.get("/nothing", VIEWER);
        app.send("ODD", "/cities", null);
        app.send("ODD", "/nothing", null);
        app.send("PUT", "/health", null);
        metrics();
        long before = metrics().lines().filter(line -> line.contains("uri=")).count();
        for (int i = 0; i < 200; i++) {
            app.get("/api/v1/cities", "User-Agent: more" + i);
            app.get("/nothing" + i);
            app.send("ODD" + i, "/cities", null);
            app.send("ODD" + i, "/nothing" + i, null);
            app.send("PUT", "/health/" + i, null);
        }
        String after = metrics();
        assertThat(after).contains(uses("other", "GET", "/api/v1/cities", "2xx", 250));
        assertThat(after).contains(uses("agent99", "GET", "/api/v1/cities", "2xx", 1));
        assertThat(after)
                .contains("http_server_requests_seconds_bucket{")
                .doesNotContain("ODD", "nothing1", "agent100");
        assertThat(after.lines().filter(line -> line.contains("uri=")).count()).isLessThanOrEqualTo(before + 30);
    }
}
