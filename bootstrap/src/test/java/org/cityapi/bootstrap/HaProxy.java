package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The machine's own HAProxy before nodes of a register. It asks whether they are ready, and tries nothing again: a request
 * that comes to a node which has gone fails.
 */
final class HaProxy implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

    private static final String SETTINGS = """
            defaults
              mode http
              timeout connect 2s
              timeout client 60s
              timeout server 60s
              timeout check 5s
              retries 0
            listen state
              bind 127.0.0.1:%d
              stats enable
              stats uri /
            frontend register
              bind 127.0.0.1:%d
              default_backend nodes
            backend nodes
              balance roundrobin
              option httpchk GET /health/readiness
              default-server check inter 1s fall 1 rise 1
            """;

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private HaProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param nodes the ports at which the nodes listen, or will */
    static HaProxy before(Path folder, int... nodes) {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(
                    "The test of a rolling restart needs HAProxy (Debian's package: haproxy), and it is not "
                            + PROGRAM);
        }
        int port = CityApiJar.freePort();
        StringBuilder settings = new StringBuilder(SETTINGS.formatted(port + 1, port));
        for (int node : nodes) {
            settings.append("  server node")
                    .append(node)
                    .append(" localhost:")
                    .append(node)
                    .append('\n');
        }
        try {
            Path file = Files.writeString(folder.resolve("haproxy.cfg"), settings);
            ProcessBuilder proxy = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("haproxy.log").toFile());
            return new HaProxy(proxy.start(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Waits until it sends requests to so many nodes. */
    void awaitNodes(int count) {
        HttpRequest state = HttpRequest.newBuilder(URI.create("http://localhost:" + (port + 1) + "/;csv"))
                .build();
        for (int i = 0; i < 300; i++) {
            try {
                String lines =
                        client.send(state, HttpResponse.BodyHandlers.ofString()).body();
                if (lines.lines()
                                .filter(line -> line.startsWith("nodes,node") && line.contains(",UP,"))
                                .count()
                        == count) {
                    return;
                }
                Thread.sleep(100);
            } catch (IOException notYet) {
                LockSupport.parkNanos(100_000_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("HAProxy does not see " + count + " nodes");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
