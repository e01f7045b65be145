package org.cityapi.bootstrap;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/**
 * Requests over a few connections, each of which sends the next one as soon as the last is answered (a closed loop).
 *
 * @param waits nanoseconds until each answer of status 200, the shortest first
 * @param perSecond answers a second
 * @param perCpuSecond answers a second of processor time that the server used: other programs hardly disturb it
 */
record Load(long[] waits, double perSecond, double perCpuSecond) {

    static final int CONNECTIONS = 16;

    /** Asks a server for these paths in turn, first to warm it up, then to measure. */
    static Load on(ProcessHandle server, int port, List<String> paths, Duration warmUp, Duration time) {
        return on(server, port, CONNECTIONS, paths, warmUp, time);
    }

    /**
     * The same over so many connections.
     *
     * @param paths each may be followed by headers, a line each
     */
    static Load on(
            ProcessHandle server, int port, int connections, List<String> paths, Duration warmUp, Duration time) {
        List<byte[]> requests = paths.stream().map(path -> request(port, path)).toList();
        run(port, connections, requests, warmUp);
        Duration before = cpu(server);
        long start = System.nanoTime();
        long[] waits = run(port, connections, requests, time);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = cpu(server).minus(before).toNanos() / 1e9;
        return new Load(waits, waits.length / seconds, waits.length / cpuSeconds);
    }

    /** Milliseconds within which that part of the answers came. */
    double within(double part) {
        return waits[(int) Math.min(waits.length - 1, Math.floor(part * waits.length))] / 1e6;
    }

    /** Milliseconds of processor time that an answer took the server. */
    double cpuMillis() {
        return 1e3 / perCpuSecond;
    }

    private static byte[] request(int port, String path) {
        String[] lines = path.split("\n", 2);
        String headers = lines.length == 1 ? "" : lines[1] + "\r\n";
        return ("GET " + lines[0] + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Duration cpu(ProcessHandle server) {
        return server.info().totalCpuDuration().orElseThrow();
    }

    private static long[] run(int port, int connections, List<byte[]> requests, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<CompletableFuture<long[]>> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            int first = i * requests.size() / connections;
            CompletableFuture<long[]> client = new CompletableFuture<>();
            clients.add(client);
            new Thread(() -> client.completeAsync(() -> client(port, requests, first, end), Runnable::run)).start();
        }
        return clients.stream()
                .map(CompletableFuture::join)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
    }

    private static long[] client(int port, List<byte[]> requests, int first, long end) {
        LongStream.Builder waits = LongStream.builder();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            long now = System.nanoTime();
            for (int i = first; now < end; i++) {
                byte[] request = requests.get(i % requests.size());
                socket.getOutputStream().write(request);
                readAnswer(in, request);
                long answered = System.nanoTime();
                waits.add(answered - now);
                now = answered;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return waits.build().toArray();
    }

    private static void readAnswer(InputStream in, byte[] request) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("Not the answer that is measured: " + status + " to "
                    + new String(request, StandardCharsets.US_ASCII));
        }
        long length = -1;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException("An answer without a length");
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
