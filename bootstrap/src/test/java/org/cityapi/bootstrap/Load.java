package org.cityapi.bootstrap;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests over a few connections, each of which sends the next one as soon as the last is answered (a closed loop).
 *
 * @param answers how many answers of status 200 came
 * @param perSecond answers a second
 * @param perCpuSecond answers a second of processor time that the server used: other programs hardly disturb it
 */
record Load(long answers, double perSecond, double perCpuSecond) {

    private static final int CONNECTIONS = 16;

    /** Asks a server for these paths in turn, first to warm it up, then to measure. */
    static Load on(ProcessHandle server, int port, List<String> paths, Duration warmUp, Duration time) {
        run(port, paths, warmUp);
        Duration before = cpu(server);
        long start = System.nanoTime();
        long answers = run(port, paths, time);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = cpu(server).minus(before).toNanos() / 1e9;
        return new Load(answers, answers / seconds, answers / cpuSeconds);
    }

    private static Duration cpu(ProcessHandle server) {
        return server.info().totalCpuDuration().orElseThrow();
    }

    private static long run(int port, List<String> paths, Duration time) {
        LongAdder answers = new LongAdder();
        long end = System.nanoTime() + time.toNanos();
        Thread[] clients = new Thread[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) {
            int first = i * paths.size() / CONNECTIONS;
            clients[i] = new Thread(() -> client(port, paths, first, end, answers));
            clients[i].start();
        }
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return answers.sum();
    }

    private static void client(int port, List<String> paths, int first, long end, LongAdder answers) {
        List<byte[]> requests = paths.stream()
                .map(path -> ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII))
                .toList();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int i = first; System.nanoTime() < end; i++) {
                socket.getOutputStream().write(requests.get(i % requests.size()));
                readAnswer(in);
                answers.increment();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("Not the answer that is measured: " + status);
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
