package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.auth.local.LocalProvider;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.persistence.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes are stopped and started again, one after the other, behind a proxy and under load: no request fails. */
class RollingRestartIT {

    private static final int CLIENTS = 4;
    private static final String XANTEN = "{\"name\":\"Xanten\",\"countryCode\":\"DE\",\"population\":21690}";

    @TempDir
    Path folder;

    private final String database = PostgresServer.newAddress();
    private final String redis = RedisServer.newAddress();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Queue<String> made = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean done;

    private CityApiJar node(LocalProvider provider) {
        return CityApiJar.in(folder)
                .with("DATABASE_URL", database)
                .with("REDIS_URL", redis)
                .with("CITY_SEED", "none")
                .with("SECRET_KEY", "7vK2mQx9RtLw4ZbN8sYc3HdF6gJp1UeA")
                .with("OIDC_ISSUER", provider.issuer())
                .with("OIDC_AUDIENCE", LocalProvider.AUDIENCE)
                .with("SHUTDOWN_DELAY", "3");
    }

    /** Reads and writes until it is done; the cities that were made are kept. */
    private void ask(int proxy, String editor) {
        HttpClient client = HttpClient.newHttpClient();
        String site = "http://localhost:" + proxy;
        while (!done) {
            List<HttpRequest> requests = List.of(
                    to(site + "/api/v2/cities?limit=5").build(),
                    to(site + "/api/v2/cities/suggest?q=x").build(),
                    to(site + "/api/v2/cities")
                            .header("Content-Type", "application/json")
                            .header("Authorization", editor)
                            .POST(HttpRequest.BodyPublishers.ofString(XANTEN))
                            .build());
            for (HttpRequest request : requests) {
                try {
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != (request.method().equals("POST") ? 201 : 200)) {
                        faults.add(request + ": " + answer.statusCode() + " " + answer.body());
                    }
                    answer.headers().firstValue("Location").ifPresent(made::add);
                    answered.incrementAndGet();
                } catch (IOException | InterruptedException e) {
                    faults.add(request + ": " + e);
                }
            }
        }
    }

    private static HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
    }

    private void awaitMore(int answers) throws InterruptedException {
        int enough = answered.get() + answers;
        while (answered.get() < enough && faults.isEmpty()) {
            Thread.sleep(20);
        }
    }

    @Test
    @Timeout(300)
    void noRequestFails() throws InterruptedException {
        try (LocalProvider provider = LocalProvider.start(0)) {
            String editor = OnDatabase.fetch(provider, "editor");
            CityApiJar[] jars = {node(provider), node(provider)};
            RunningJar[] nodes = {jars[0].start(), jars[1].start()};
            try (HaProxy proxy = HaProxy.before(folder, jars[0].port(), jars[1].port())) {
                nodes[0].awaitReady();
                nodes[1].awaitReady();
                proxy.awaitNodes(2);
                List<Thread> clients = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    clients.add(new Thread(() -> ask(proxy.port(), editor)));
                }
                clients.forEach(Thread::start);
                for (int i = 0; i < nodes.length; i++) {
                    awaitMore(100);
                    nodes[i].close();
                    awaitMore(100);
                    nodes[i] = jars[i].start().awaitReady();
                    proxy.awaitNodes(2);
                    awaitMore(100);
                }
                done = true;
                for (Thread client : clients) {
                    client.join();
                }
                assertThat(faults).isEmpty();
                assertThat(made).hasSizeGreaterThan(100);
                for (String city : made) {
                    String path = URI.create(city).getPath();
                    assertThat(nodes[0].get(path).statusCode()).as(path).isEqualTo(200);
                }
                System.out.printf("%d requests while two nodes were restarted, none failed%n", answered.get());
            } finally {
                done = true;
                nodes[0].close();
                nodes[1].close();
            }
        }
    }
}
