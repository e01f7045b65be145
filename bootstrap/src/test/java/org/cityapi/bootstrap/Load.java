package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Requests over a few connections, each of which sends the next one as soon as the last is answered (a closed loop).
 *
 * @param waits nanoseconds until each answer of status 200 or 201, the shortest first
 * @param refused how many were answered 503: too many asked at once
 * @param perSecond answers a second
 * @param perCpuSecond answers a second of processor time that the server used: other programs hardly disturb it
 */
record Load(long[] waits, long refused, double perSecond, double perCpuSecond) {

    static final int CONNECTIONS = 16;

    /** Asks a server for these paths in turn, first to warm it up, then to measure. */
    static Load on(ProcessHandle server, int port, List<String> paths, Duration warmUp, Duration time) {
        return on(server, port, CONNECTIONS, paths, warmUp, time);
    }

    /**
     * The same over so many connections.
     *
     * @param paths each may be followed by headers, a line each, and have its method in front; a body comes after an empty line
     */
    static Load on(
            ProcessHandle server, int port, int connections, List<String> paths, Duration warmUp, Duration time) {
        List<byte[]> requests = paths.stream().map(path -> request(port, path)).toList();
        run(port, connections, requests, warmUp);
        Duration before = cpu(server);
        long start = System.nanoTime();
        long[] all = run(port, connections, requests, time);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = cpu(server).minus(before).toNanos() / 1e9;
        long[] waits = Arrays.stream(all)
                .filter(wait -> wait != LoadConnection.REFUSED)
                .toArray();
        return new Load(waits, all.length - waits.length, waits.length / seconds, waits.length / cpuSeconds);
    }

    /** Milliseconds within which that part of the answers came. */
    double within(double part) {
        return waits.length == 0
                ? Double.NaN
                : waits[(int) Math.min(waits.length - 1, Math.floor(part * waits.length))] / 1e6;
    }

    /** Milliseconds of processor time that an answer took the server. */
    double cpuMillis() {
        return 1e3 / perCpuSecond;
    }

    private static byte[] request(int port, String text) {
        String[] parts = text.split("\n\n", 2);
        String[] lines = parts[0].split("\n", 2);
        String method = lines[0].startsWith("/") ? "GET " : "";
        String headers = lines.length == 1 ? "" : lines[1] + "\r\n";
        String body = parts.length == 1 ? "" : parts[1];
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return (method + lines[0] + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + length + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Duration cpu(ProcessHandle server) {
        return server.info().totalCpuDuration().orElseThrow();
    }

    /** One thread for all connections: it takes little of the processors that the server needs. */
    private static long[] run(int port, int connections, List<byte[]> requests, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        LongStream.Builder waits = LongStream.builder();
        Set<LoadConnection> open = new HashSet<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                LoadConnection connection =
                        LoadConnection.open(selector, port, requests, i * requests.size() / connections);
                open.add(connection);
                connection.ask();
            }
            while (!open.isEmpty()) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    LoadConnection connection = (LoadConnection) key.attachment();
                    long wait = connection.read();
                    if (wait != LoadConnection.UNFINISHED) {
                        waits.add(wait);
                        if (System.nanoTime() < end) {
                            connection.ask();
                        } else {
                            connection.close();
                            open.remove(connection);
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return waits.build().sorted().toArray();
    }
}
