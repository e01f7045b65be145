package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cityapi.auth.local.LocalProvider;
import org.cityapi.persistence.PostgresPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a read and a write cost a node, its PostgreSQL and the replica of that, and how many writes there can be: on SQLite,
 * and on PostgreSQL from one and two nodes. All on this machine; prints figures and judges none.
 */
class NodesBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /** Until what checks the signature of a token (ES256) runs as fast as it ever will. */
    private static final Duration WARM_UP_OF_WRITES = Duration.ofSeconds(90);

    private static final Duration TIME = Duration.ofSeconds(8);
    private static final int[] WRITERS = {1, 4, 16, 64, 256};

    @TempDir
    Path folder;

    private final LocalProvider provider = LocalProvider.start(0);
    private final String editor = "Authorization: " + OnDatabase.fetch(provider, "editor");

    private CityApiJar jar(String database) {
        return CityApiJar.in(folder)
                .with("DATABASE_URL", database)
                .with("SECRET_KEY", "7vK2mQx9RtLw4ZbN8sYc3HdF6gJp1UeA")
                .with("OIDC_ISSUER", provider.issuer())
                .with("OIDC_AUDIENCE", LocalProvider.AUDIENCE);
    }

    private List<String> additions() {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "POST /api/v2/cities\n" + editor + "\r\nContent-Type: application/json\n\n"
                        + "{\"name\":\"Xanten " + i + "\",\"countryCode\":\"DE\",\"population\":" + i
                        + ",\"latitude\":51.66,\"longitude\":6.45}")
                .toList();
    }

    @Test
    void writesOnSqlite() {
        try (RunningJar node = jar("sqlite:cities.db").start().awaitReady()) {
            Supplier<Duration> none = () -> Duration.ZERO;
            Load.on(node.handle(), node.port(), additions(), WARM_UP_OF_WRITES, TIME);
            for (int writers : WRITERS) {
                tell("SQLite: writers: " + writers, List.of(node), additions(), writers, none, none);
            }
        }
    }

    @Test
    void readsAndWritesOnPostgres() {
        try (PostgresPair servers = PostgresPair.startDurable(folder)) {
            try (RunningJar one = jar(servers.primary()).start().awaitReady();
                    RunningJar other = jar(servers.primary()).start().awaitReady()) {
                for (RunningJar node : List.of(one, other)) {
                    Load.on(node.handle(), node.port(), additions(), WARM_UP_OF_WRITES, TIME);
                    warmUpReads(node);
                }
                tellReads("PostgreSQL: ", List.of(one), servers);
                tellReads("two nodes: ", List.of(one, other), servers);
                for (int writers : WRITERS) {
                    tell("PostgreSQL: writers: " + writers, List.of(one), additions(), writers, servers);
                }
                for (int writers : WRITERS) {
                    tell("two nodes: writers each: " + writers, List.of(one, other), additions(), writers, servers);
                }
            }
            try (RunningJar node = jar(servers.primary())
                    .with("DATABASE_READ_URL", servers.follower())
                    .start()
                    .awaitReady()) {
                warmUpReads(node);
                assertThat(node.output()).contains("is read from");
                tellReads("with a replica: ", List.of(node), servers);
            }
        }
    }

    private static List<String> cities() {
        return IntStream.range(1, 2_000).mapToObj(id -> "/api/v2/cities/" + id).toList();
    }

    /** No two the same, so that nothing that is kept answers them. */
    private static List<String> pages() {
        return IntStream.range(1, 20_000)
                .mapToObj(i -> "/api/v2/cities?minPopulation=" + i)
                .toList();
    }

    private static List<String> searches() {
        List<String> searches = new ArrayList<>();
        for (String name : List.of("san", "villa", "new", "saint", "port", "paris", "lon", "ber", "mo", "ka")) {
            for (int i = 0; i < 5_000; i++) {
                searches.add("/api/v2/cities?q=" + name + "&minPopulation=" + i);
            }
        }
        return searches;
    }

    private static void warmUpReads(RunningJar node) {
        for (List<String> paths : List.of(cities(), pages(), searches())) {
            Load.on(node.handle(), node.port(), paths, WARM_UP, TIME);
        }
    }

    private void tellReads(String where, List<RunningJar> nodes, PostgresPair servers) {
        tell(where + "one city (kept near)", nodes, cities(), Load.CONNECTIONS, servers);
        tell(where + "a page", nodes, pages(), Load.CONNECTIONS, servers);
        tell(where + "a search", nodes, searches(), Load.CONNECTIONS, servers);
    }

    private static void tell(
            String what, List<RunningJar> nodes, List<String> requests, int connections, PostgresPair servers) {
        tell(what, nodes, requests, connections, servers::primaryCpu, servers::followerCpu);
    }

    private static void tell(
            String what,
            List<RunningJar> nodes,
            List<String> requests,
            int connections,
            Supplier<Duration> database,
            Supplier<Duration> replica) {
        Duration databaseBefore = database.get();
        Duration replicaBefore = replica.get();
        List<Load> loads = nodes.stream()
                .map(node -> CompletableFuture.supplyAsync(
                        () -> Load.on(node.handle(), node.port(), connections, requests, Duration.ZERO, TIME)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        long answers = loads.stream().mapToLong(load -> load.waits().length).sum();
        System.out.printf(
                "BENCH %-34s %,8.0f a second; CPU ms each: nodes %.2f, database %.2f, replica %.2f; wait ms %.1f, %.1f, %.1f; refused %d%n",
                what,
                loads.stream().mapToDouble(Load::perSecond).sum(),
                loads.stream()
                                .mapToDouble(load -> load.cpuMillis() * load.waits().length)
                                .sum()
                        / answers,
                (double) database.get().minus(databaseBefore).toMillis() / answers,
                (double) replica.get().minus(replicaBefore).toMillis() / answers,
                loads.get(0).within(0.5),
                loads.get(0).within(0.99),
                loads.get(0).within(1),
                loads.stream().mapToLong(Load::refused).sum());
    }
}
