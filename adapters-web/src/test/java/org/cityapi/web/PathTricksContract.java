package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.VIEWER;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No spelling of a path and no header leads around the rules: it answers as the plain path does, or is nothing. */
public abstract class PathTricksContract extends SharedHttpContract {

    @Override
    @BeforeAll
    protected void connect() {
        super.connect();
        app.addParis();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v2/cities/1",
                "/api//v2/cities/1",
                "/api/v2//cities/1",
                "/api/v2/cities//1",
                "/api/v2/cities/1/",
                "/api/v2/cities/1//",
                "/API/v2/cities/1",
                "/api/V2/Cities/1",
                "/api/v2/cities/1;x=1",
                "/api/v2/cities;x=1/1",
                "/api;/v2/cities/1",
                "/;/api/v2/cities/1",
                "/api/v2/./cities/1",
                "/api/v2/../v2/cities/1",
                "/x/../api/v2/cities/1",
                "/health/../api/v2/cities/1",
                "/health/..;/api/v2/cities/1",
                "/api/docs/problems/../../v2/cities/1",
                "/api/docs/problems/%2e%2e/%2e%2e/v2/cities/1",
                "/x/%2e%2e/api/v2/cities/1",
                "/api/v2/%2e/cities/1",
                "/api/v2/cities/%31",
                "/api/v2/c%69ties/1",
                "/api%2fv2%2fcities%2f1",
                "/api/v2/cities%2f1",
                "/api/v2/cities/1%00",
                "/api/v2/cities/1%20",
                "/api/v2/cities/1%3bx",
                "/api/v2/cities/1%23",
                "/api/v2/cities/1%0d%0aX: 1",
                "/api/v2/cities/1.json",
                "/api/v2/cities/+1",
                "/api/v2/cities/01",
                "/api\\v2\\cities\\1",
                "http://localhost/api/v2/cities/1",
                "http://evil.example/api/v2/cities/1",
                "//evil.example/api/v2/cities/1",
                "///api/v2/cities/1",
                "api/v2/cities/1",
                "*"
            })
    void aSpellingOfAPathGivesNoRight(String path) {
        String nobody = exchange("DELETE", path, "");
        assertThat(nobody).matches("(?s)HTTP/1\\.1 (400|401|404) .*");
        String viewer = exchange("DELETE", path, "Authorization: " + app.proof("viewer") + "|");
        assertThat(viewer).matches("(?s)HTTP/1\\.1 (400|403|404) .*");
        String read = exchange("GET", path, "");
        assertThat(read).matches("(?s)HTTP/1\\.1 (200 .*\"name\":\"Paris\".*|400 .*|404 .*)");
        assertThat(app.get("/api/v2/cities/1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/cities/%31", "/api/v2/c%69ties/1", "/%61pi/v2/cities/1"})
    void whatIsEncodedWithoutNeedIsAnotherPath(String path) {
        assertThat(app.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HTTP-Method-Override: DELETE",
                "X-HTTP-Method: DELETE",
                "X-Method-Override: DELETE",
                "X-Original-URL: /api/v2/cities/1",
                "X-Rewrite-URL: /api/v2/cities/1",
                "X-Forwarded-Prefix: /api"
            })
    void aHeaderGivesNone(String header) {
        assertThat(app.get("/api/v2/cities/1?", header, VIEWER, "If-Match: *").statusCode())
                .isEqualTo(200);
        assertThat(app.send("POST", "/api/v2/cities/1", null, header, VIEWER).statusCode())
                .isEqualTo(405);
        assertThat(app.get("/nothing", header).statusCode()).isEqualTo(404);
        assertThat(app.get("/api/v2/cities/1").statusCode()).isEqualTo(200);
    }

    @Test
    void ofTheOperatorsPagesOnlyHealthIsOpenAndMetricsAreThere() {
        for (String path : new String[] {
            "beans", "env", "info", "loggers", "routes", "threaddump", "refresh", "stop", "caches", "metrics"
        }) {
            for (String method : new String[] {"GET", "POST", "DELETE"}) {
                assertThat(app.send(method, "/" + path, null).statusCode())
                        .as(method + " " + path)
                        .isEqualTo(404);
            }
        }
        assertThat(app.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(app.get("/health", VIEWER).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private String exchange(String method, String path, String headers) {
        return RawConnection.exchange(
                app, method + " " + path + " HTTP/1.1|Host: localhost|Connection: close|If-Match: *|" + headers + "|");
    }
}
