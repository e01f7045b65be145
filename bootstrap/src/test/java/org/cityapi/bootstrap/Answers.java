package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

/** What a register must answer before anybody measures how fast it does. */
final class Answers {

    /** A city that was changed often. */
    static final int CHANGED = 1_000;

    /** How often. */
    static final int CHANGES = 1_000;

    private Answers() {}

    static void check(RunningJar server) {
        assertThat(items(server, "/api/v2/cities/suggest?q=paris")).contains("\"name\":\"Paris\"");
        assertThat(items(server, "/api/v2/cities/suggest?q=Amsterdma")).contains("\"name\":\"Amsterdam\"");
        assertThat(items(server, "/api/v2/cities/suggest?q=xqzwvkjxqzwv")).doesNotContain("\"name\"");
        assertThat(items(server, "/api/v2/cities?q=san&near=19.43,-99.13")).contains("\"distanceKm\":");
        assertThat(items(server, "/api/v2/cities?near=48.8566,2.3522")).contains("\"name\":\"Paris\"");
        assertThat(items(server, "/api/v2/cities?near=-48.88,-123.39")).contains("\"distanceKm\":");
        assertThat(items(server, "/api/v2/cities?bbox=170,-50,-170,70")).contains("\"name\":\"Auckland\"");
        assertThat(items(server, "/api/v2/cities?bbox=-40,-40,-30,40&near=0,-35"))
                .contains("\"countryCode\":\"BR\"");
    }

    private static String items(RunningJar server, String path) {
        return server.get(path).body();
    }

    /** Changes one city a thousand times, unless that was done; gives the header of somebody who may read of it. */
    static String manyChanges(RunningJar server) {
        String bearer = server.bearer("local-editor");
        String last = server.get("/api/v2/changes?since=" + CHANGES, bearer).body();
        for (int i = 0; i < CHANGES && !last.contains("\"sequence\""); i++) {
            var answer = server.send(
                    "PATCH",
                    "/api/v2/cities/" + CHANGED,
                    "{\"population\": " + (500_000 + i) + "}",
                    bearer,
                    "If-Match: *",
                    "Content-Type: application/merge-patch+json");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        return bearer;
    }
}
