package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Speed and memory of the running jar; prints figures and judges none. {@code mvn verify -Pbench} runs it.
 *
 * <p>The answers themselves are checked: what answers wrongly is not measured.
 */
class RegisterBenchmark {

    private static final Duration TIME = Duration.ofSeconds(6);

    /** On one processor the compiler is busy so long, before the code runs as fast as it ever will. */
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final int CITIES = 135_571;

    @TempDir
    Path folder;

    @BeforeAll
    static void standAside() {
        Bench.standAside();
    }

    private static void say(String format, Object... values) {
        System.out.println("BENCH " + String.format(format, values));
    }

    private RunningJar register() {
        return CityApiJar.in(folder).launch(Bench.pinned()).awaitReady();
    }

    @Test
    void oneCityAgainstConstantJsonOfTheSameFramework() {
        List<String> constant = new ArrayList<>();
        List<String> cities = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 4_000; i++) {
            int id = 1 + random.nextInt(CITIES);
            constant.add("/cities/" + id);
            cities.add("/api/v2/cities/" + id);
        }
        Load ceiling;
        try (RunningJar server = Bench.constantJson(folder, CityApiJar.freePort())) {
            ceiling = Load.on(server.handle(), server.port(), constant, WARM_UP, TIME);
        }
        try (RunningJar register = register()) {
            tell("constant JSON", ceiling, ceiling);
            tell("one city, v2", Load.on(register.handle(), register.port(), cities, WARM_UP, TIME), ceiling);
            List<String> first =
                    cities.stream().map(path -> path.replace("v2", "v1")).toList();
            tell("one city, v1", Load.on(register.handle(), register.port(), first, WARM_UP, TIME), ceiling);
        }
    }

    @Test
    void aDeepPageAgainstTheFirst() {
        try (RunningJar register = register()) {
            Load.on(register.handle(), register.port(), List.of("/api/v2/cities"), WARM_UP, TIME);
            for (String listing :
                    new String[] {"", "sort=name&", "sort=-updatedAt&", "country=US&", "minPopulation=2000&sort=name&"
                    }) {
                String path = "/api/v2/cities?" + listing + "limit=";
                String cursor = "";
                int passed = 0;
                for (; passed < 90_000; passed += 200) {
                    Matcher next =
                            NEXT.matcher(register.get(path + 200 + cursor).body());
                    if (!next.find()) {
                        break;
                    }
                    cursor = "&cursor=" + next.group(1);
                }
                assertThat(passed).isPositive();
                Load first = Load.on(register.handle(), register.port(), List.of(path + 20), TIME, TIME);
                Load deep = Load.on(register.handle(), register.port(), List.of(path + 20 + cursor), TIME, TIME);
                tell("first page of ?" + listing, first, first);
                tell("the page behind " + passed, deep, first);
            }
        }
    }

    @Test
    void allCitiesOfVersionOneInLittleMemory() {
        try (RunningJar register =
                CityApiJar.in(folder).option("-Xmx128m").start().awaitReady()) {
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                int size = register.get("/api/v1/cities").body().length();
                say("-Xmx128m: GET /api/v1/cities, %,d characters in %.2f s", size, (System.nanoTime() - start) / 1e9);
                assertThat(size).isGreaterThan(9_000_000);
            }
            assertThat(register.output()).doesNotContain("OutOfMemory");
        }
    }

    @Test
    void theFirstStartAndTheNext() {
        for (String start : new String[] {"first start, 135,571 cities to load", "start of a full register"}) {
            long begin = System.nanoTime();
            try (RunningJar register = CityApiJar.in(folder).start().awaitReady()) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                double cpu = register.handle()
                                .info()
                                .totalCpuDuration()
                                .orElseThrow()
                                .toMillis()
                        / 1e3;
                say("%s: %.1f s, %.1f s of processor time", start, seconds, cpu);
            }
        }
    }

    private static void tell(String what, Load load, Load than) {
        say(
                "%-40s %,10.0f a second, %,10.0f a CPU second, ratio %.2f",
                what, load.perSecond(), load.perCpuSecond(), load.perCpuSecond() / than.perCpuSecond());
    }
}
