package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The imports of a running register, as somebody who may import sees them. */
record Imports(RunningJar register, String bearer) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");

    /**
     * A file of cities that differ in their numbers alone, which are those of GeoNames, too.
     *
     * @param first the number of the first one
     */
    static String csv(int first, int count, int population) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> number + ",Neustadt " + number + ",DE," + population + "," + number % 80 + ","
                        + number % 170 + ",Villeneuve|Newtown " + number + "\n")
                .collect(Collectors.joining(
                        "", "geonameId,name,countryCode,population,latitude,longitude,otherNames\n", ""));
    }

    /** Sends a file, and gives the path of its import. */
    String begin(String csv, String query) {
        HttpResponse<String> taken =
                register.send("POST", "/api/v2/imports?" + query, csv, bearer, "Content-Type: text/csv");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        return taken.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    String read(String path) {
        HttpResponse<String> told = register.get(path, bearer);
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        return told.body();
    }

    /** What an import comes to when it is over. */
    String await(String path) {
        return await(path, PATIENCE);
    }

    /** The same, and fails when it takes longer. */
    String await(String path, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        String told = read(path);
        while (state(told).matches("queued|running")) {
            assertThat(System.nanoTime()).as("still open: " + told).isLessThan(end);
            pause();
            told = read(path);
        }
        return told;
    }

    /** Imports a file, and fails unless that succeeds. */
    String succeed(String csv, String query) {
        String path = begin(csv, query);
        assertThat(await(path)).contains("\"state\":\"succeeded\"");
        return path;
    }

    void undo(String path) {
        HttpResponse<String> undone = register.send("POST", path + "/undo", null, bearer);
        String told = undone.body();
        long end = System.nanoTime() + PATIENCE.toNanos();
        // It goes on for longer than a client waits.
        while (undone.statusCode() == 202 && !state(told).equals("undone") && System.nanoTime() < end) {
            pause();
            told = read(path);
        }
        assertThat(told).contains("\"state\":\"undone\"", "\"leftCount\":0");
    }

    /** The newest one, in a list. */
    String newest() {
        return read("/api/v2/imports?limit=1");
    }

    static String state(String told) {
        return field(told, STATE);
    }

    static long number(String told, String name) {
        return Long.parseLong(field(told, Pattern.compile("\"" + name + "\":([0-9]+)")));
    }

    private static String field(String told, Pattern pattern) {
        Matcher field = pattern.matcher(told);
        assertThat(field.find()).as(told).isTrue();
        return field.group(1);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
