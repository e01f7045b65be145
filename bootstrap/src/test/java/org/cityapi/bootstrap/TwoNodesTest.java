package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.web.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two registers on one database of PostgreSQL: what one has kept it forgets soon after the other has changed it. */
class TwoNodesTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static Client one;
    private static Client other;

    @BeforeAll
    static void start() {
        String database = PostgresServer.newAddress();
        one = new Client(new OnDatabase(database));
        other = new Client(new OnDatabase(database));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    private static void awaits(Client node, String path, String text) throws InterruptedException {
        Instant end = Instant.now().plus(SOON);
        String body = node.get(path).body();
        while (!body.contains(text) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
            body = node.get(path).body();
        }
        assertThat(body).contains(text);
    }

    @Test
    void whatTheOtherNodeChangesIsSeen() throws InterruptedException {
        String city = "{\"name\":\"Xanten\",\"countryCode\":\"DE\",\"population\":21690}";
        var created = one.send("POST", "/api/v2/cities", city, Client.EDITOR, Client.JSON);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = created.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        awaits(other, path, "21690");
        awaits(other, "/api/v2/cities/suggest?q=xan", "21690");
        String patch = "{\"population\":22000}";
        var changed = one.send(
                "PATCH",
                path,
                patch,
                Client.EDITOR,
                Client.MERGE_PATCH,
                "If-Match: " + created.headers().firstValue("ETag").orElseThrow());
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(one.get(path).body()).contains("22000");
        awaits(other, path, "22000");
        awaits(other, "/api/v2/cities/suggest?q=xan", "22000");
    }
}
