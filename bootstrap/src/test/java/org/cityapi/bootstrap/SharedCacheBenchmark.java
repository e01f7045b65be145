package org.cityapi.bootstrap;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.SearchText;
import org.cityapi.persistence.PostgresServer;
import org.cityapi.persistence.RedisServer;
import org.cityapi.persistence.cache.NearCache;
import org.junit.jupiter.api.Test;

/**
 * What a cache in Redis would spare: each answer read from PostgreSQL, from Redis (as the text of the answer, whole) and
 * from the near cache; both servers on this machine. Prints figures and judges none.
 */
class SharedCacheBenchmark {

    private static final int ROUNDS = 3_000;

    /** And no longer than that. */
    private static final Duration TIME = Duration.ofSeconds(4);

    private static final int CITIES = 135_571;

    private final Random random = new Random(1);

    @Test
    void whatIsReadFromWhere() throws Exception {
        int port = CityApiJar.freePort();
        EmbeddedServer server = Register.start(Settings.of(
                Map.of(
                        "PORT", Integer.toString(port),
                        "DATABASE_URL", PostgresServer.newAddress(),
                        "RATE_LIMIT", "off"),
                Map.of()));
        try (RedisClient client = RedisClient.create(RedisServer.newAddress());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            tell(server.getApplicationContext(), connection.sync(), port);
        } finally {
            server.stop();
        }
    }

    private void tell(ApplicationContext context, RedisCommands<String, String> redis, int port) throws Exception {
        JsonMapper json = context.getBean(JsonMapper.class);
        CityRepository store = context.getBean(CityRepository.class);
        CitySearch search = context.getBean(CitySearch.class);
        CityRepository near = context.getBean(NearCache.class).cities();
        Map<String, Callable<?>> paths = new LinkedHashMap<>();
        paths.put("/api/v2/cities/1", () -> store.find(new CityId(1L + random.nextInt(CITIES))));
        paths.put("/api/v2/cities", () -> store.list(CityFilter.ALL, CitySort.DEFAULT, Scroll.first(21)));
        for (String typed : new String[] {"s", "sa", "san", "paris", "san fr"}) {
            CityQuery query = new CityQuery(CityFilter.ALL, SearchText.of(typed), null, null);
            paths.put(
                    "/api/v2/cities/suggest?q=" + typed.replace(" ", "%20"),
                    () -> search.find(query, Scroll.first(11)));
        }
        paths.put("/api/v2/countries", () -> "in memory");
        for (Map.Entry<String, Callable<?>> each : paths.entrySet()) {
            String answer = body(port, each.getKey());
            redis.set("answer", answer);
            say("%-34s PostgreSQL %s", each.getKey(), time(each.getValue()));
            say("%-34s Redis      %s (%,d characters)", "", time(() -> redis.get("answer")), answer.length());
            say("%-34s and parsed %s", "", time(() -> json.readValue(redis.get("answer"), Argument.OBJECT_ARGUMENT)));
        }
        say("%-34s near cache %s", "/api/v2/cities/1", time(() -> near.find(new CityId(1))));
    }

    private static String body(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String time(Callable<?> work) throws Exception {
        long[] times = new long[ROUNDS];
        int measured = 0;
        for (int round = 0; round < 2; round++) {
            long end = System.nanoTime() + TIME.toNanos();
            for (measured = 0; measured < ROUNDS && System.nanoTime() < end; measured++) {
                long begin = System.nanoTime();
                if (work.call() == null) {
                    throw new AssertionError("Nothing was read");
                }
                times[measured] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(times, 0, measured);
        return String.format(
                "%,8.0f µs in the middle, %,8.0f µs at the 99th percentile",
                times[measured / 2] / 1e3, times[measured * 99 / 100] / 1e3);
    }

    private static void say(String format, Object... values) {
        System.out.println("BENCH " + String.format(format, values));
    }
}
