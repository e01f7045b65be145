package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Speed of search and of deep pages over the bundled cities, and over ten times as many; prints figures and judges none.
 *
 * <p>Of each question: the milliseconds of processor time an answer takes, the milliseconds that one client waits in 50
 * and in 99 of 100 cases, the same for 16 clients, and the processor time as a multiple of a plain page's.
 */
class SearchBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final Duration BEFORE = Duration.ofMillis(500);
    private static final Duration TIME = Duration.ofSeconds(2);
    private static final String MEMORY = System.getProperty("bench.memory", "256m");

    /** Only what this finds is measured, and the plain page: {@code -Dbench.only='near|box'}. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));

    /** {@code -Dbench.large=false} leaves the large register out. */
    private static final boolean TEN_TIMES = !"false".equals(System.getProperty("bench.large"));

    private static final String PLAIN = "plain page";
    private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
    private static final int DEEP = 5_000 * 20;

    private final Map<String, Double> small = new LinkedHashMap<>();

    @Test
    void theBundledCitiesAndTenTimesAsMany(@TempDir Path folder) throws IOException {
        Path large = Path.of("target", "large").toAbsolutePath();
        if (TEN_TIMES) {
            LargeRegister.in(large);
        }
        say("%-50s %8s  %16s  %16s  %s", "", "CPU ms", "1: p50 p99 ms", "16: p50 p99 ms", "of a plain page");
        for (Path register : TEN_TIMES ? List.of(folder, large) : List.of(folder)) {
            try (RunningJar server =
                    CityApiJar.in(register).option("-Xmx" + MEMORY).start().awaitReady()) {
                measure(server);
                say("-Xmx%s: %s", MEMORY, memory(server));
                assertThat(server.output()).doesNotContain("OutOfMemory");
            }
        }
    }

    private void measure(RunningJar server) {
        Answers.check(server);
        Map<String, List<String>> all = new LinkedHashMap<>(Map.of(PLAIN, SearchQuestions.plain()));
        SearchQuestions questions = new SearchQuestions();
        Stream.of(questions.suggestions(), questions.errors(), questions.texts(), SearchQuestions.places())
                .forEach(all::putAll);
        all.keySet().removeIf(what -> !what.equals(PLAIN) && !ONLY.matcher(what).find());
        warmUp(server, all.values());
        double page = 0;
        for (Map.Entry<String, List<String>> asked : all.entrySet()) {
            double cpu = tell(server, asked.getKey(), asked.getValue(), page);
            page = page == 0 ? cpu : page;
        }
        if (ONLY.matcher("page 5,001 against the first").find()) {
            deepPages(server);
        }
        if (ONLY.matcher("history, changes").find()) {
            changes(server, page);
        }
    }

    /** Asks everything in turn until the compiler has had its time with what all have in common. */
    private static void warmUp(RunningJar server, Collection<List<String>> all) {
        long end = System.nanoTime() + WARM_UP.toNanos();
        do {
            all.forEach(paths -> Load.on(server.handle(), server.port(), paths, BEFORE, BEFORE));
        } while (System.nanoTime() < end);
    }

    private void deepPages(RunningJar server) {
        for (String field : List.of("name", "population", "country", "createdAt", "updatedAt", "id")) {
            for (String sort : List.of(field, "-" + field)) {
                String path = "/api/v2/cities?sort=" + sort + "&limit=";
                String cursor = "";
                for (int passed = 0; passed < DEEP; passed += 200) {
                    cursor = "&cursor=" + next(server.get(path + 200 + cursor).body());
                }
                List<String> both = List.of(path + 20, path + 20 + cursor);
                Load.on(server.handle(), server.port(), both, BEFORE, BEFORE);
                double first = tell(server, "first page, sort=" + sort, both.subList(0, 1), 0);
                tell(server, "page 5,001 against the first, sort=" + sort, both.subList(1, 2), first);
            }
        }
    }

    private void changes(RunningJar server, double page) {
        String bearer = Answers.manyChanges(server);
        String history = "/api/v2/cities/" + Answers.CHANGED + "/history?limit=20";
        String deep = history;
        for (int passed = 0; passed < Answers.CHANGES - 100; passed += 20) {
            deep = history + "&cursor=" + next(server.get(deep, bearer).body());
        }
        tell(server, "history, first page", List.of(history + "\n" + bearer), page);
        tell(server, "history, deep page", List.of(deep + "\n" + bearer), page);
        tell(server, "changes from the first on", List.of("/api/v2/changes?since=0&limit=20\n" + bearer), page);
        tell(server, "changes from the 900th on", List.of("/api/v2/changes?since=900&limit=20\n" + bearer), page);
    }

    private static String next(String page) {
        Matcher next = NEXT.matcher(page);
        assertThat(next.find()).as(page).isTrue();
        return next.group(1);
    }

    /** @return milliseconds of processor time */
    private double tell(RunningJar server, String what, List<String> paths, double than) {
        Load many = Load.on(server.handle(), server.port(), paths, BEFORE, TIME);
        Load one = Load.on(server.handle(), server.port(), 1, paths, Duration.ZERO, TIME);
        double cpu = many.cpuMillis();
        Double before = small.putIfAbsent(what, cpu);
        say(
                "%-50s %8.2f  %7.2f %8.2f  %7.1f %8.1f %s%s%s",
                what,
                cpu,
                one.within(0.5),
                one.within(0.99),
                many.within(0.5),
                many.within(0.99),
                than == 0 ? "" : String.format("%6.2f", cpu / than),
                before == null ? "" : String.format("  grown %.2f", cpu / before),
                many.refused() == 0 ? "" : "  refused " + many.refused());
        return cpu;
    }

    private static String memory(RunningJar server) throws IOException {
        Path status = Path.of("/proc", Long.toString(server.handle().pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static void say(String format, Object... values) {
        System.out.println("BENCH " + String.format(format, values));
    }
}
