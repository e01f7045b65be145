package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.cityapi.persistence.Patience;
import org.cityapi.persistence.PostgresPair;
import org.cityapi.web.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A register that reads from a replica: who writes sees what he wrote, and everybody else soon. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadReplicaTest {

    private static final String ADMIN = "Authorization: " + OnDatabase.fetch("admin");

    private PostgresPair servers;
    private Client register;

    @BeforeAll
    void start(@TempDir Path folder) {
        servers = PostgresPair.start(folder);
        servers.stopFollower();
        // It need not be there at the start.
        register = new Client(new OnDatabase(servers.primary(), "DATABASE_READ_URL", servers.follower()));
        assertThat(register.get("/api/v2/cities").statusCode()).isEqualTo(200);
        assertThat(metric("cityapi_replica_up")).isZero();
        assertThat(register.get("/health").statusCode()).isEqualTo(200);
        assertThat(register.get("/health/readiness").statusCode()).isEqualTo(200);
        servers.startFollower();
        Patience.await(() -> metric("cityapi_replica_up") == 1);
    }

    @AfterAll
    void stop() {
        register.close();
        servers.close();
    }

    private double metric(String name) {
        return register.get("/prometheus", ADMIN)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + ' '))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> add(String name) {
        String body = "{\"name\":\"" + name + "\",\"countryCode\":\"DE\",\"population\":21690}";
        HttpResponse<String> made = register.send("POST", "/api/v2/cities", body, ADMIN, Client.JSON);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made;
    }

    private static String path(HttpResponse<?> made) {
        return Client.header(made, "Location").replaceFirst("^https?://[^/]+", "");
    }

    private HttpResponse<String> patch(String path, String tag) {
        HttpResponse<String> changed =
                register.send("PATCH", path, "{\"population\":7}", ADMIN, Client.MERGE_PATCH, "If-Match: " + tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        return changed;
    }

    @Test
    void whoWroteSeesItAndTheOthersSeeWhatHasArrived() {
        HttpResponse<String> made = add("Xanten");
        String path = path(made);
        Patience.await(() -> register.get(path).statusCode() == 200);
        servers.holdBack();
        try {
            HttpResponse<String> changed = patch(path, Client.header(made, "ETag"));
            HttpResponse<String> own = register.get(path, ADMIN);
            assertThat(own.body()).contains("\"population\":7");
            assertThat(Client.header(own, "ETag")).isEqualTo(Client.header(changed, "ETag"));
            assertThat(register.get(path).body()).contains("\"population\":21690");
            assertThat(register.get("/api/v2/cities?q=xanten").body()).contains("\"population\":21690");
            assertThat(register.get("/api/v2/cities?q=xanten", ADMIN).body()).contains("\"population\":7");
            assertThat(register.get("/api/v1/cities").body()).contains("\"population\":21690");
            assertThat(register.get("/api/v1/cities", ADMIN).body()).contains("\"population\":7");
            // What was made and has not arrived is not there yet, and was not deleted.
            String next = path(add("Xanthi"));
            assertThat(register.get(next).statusCode()).isEqualTo(404);
            assertThat(register.get(next, ADMIN).statusCode()).isEqualTo(200);
        } finally {
            servers.goOn();
        }
        Patience.await(() -> register.get(path).body().contains("\"population\":7"));
        Patience.await(() -> register.get("/api/v2/cities/suggest?q=xan").body().contains("\"population\":7"));
    }

    @Test
    void oneThatIsAwayOrLateIsDoneWithout() {
        HttpResponse<String> made = add("Xylophagou");
        String path = path(made);
        Patience.await(() -> register.get(path).statusCode() == 200);
        servers.holdBack();
        String tag = Client.header(patch(path, Client.header(made, "ETag")), "ETag");
        Patience.await(() -> metric("cityapi_replica_up") == 0);
        assertThat(metric("cityapi_replica_behind")).isPositive();
        Patience.await(() -> Client.header(register.get(path), "ETag").equals(tag));
        servers.goOn();
        Patience.await(() -> metric("cityapi_replica_up") == 1);
        servers.stopFollower();
        for (int i = 0; i < 50; i++) {
            assertThat(register.get("/api/v2/cities?limit=" + (1 + i)).statusCode())
                    .isEqualTo(200);
        }
        Patience.await(() -> metric("cityapi_replica_up") == 0);
        servers.startFollower();
        Patience.await(() -> metric("cityapi_replica_up") == 1);
        assertThat(Client.header(register.get(path), "ETag")).isEqualTo(tag);
    }
}
