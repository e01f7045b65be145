package org.cityapi.auth.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An OpenID Connect provider inside this process, on the loopback addresses and nowhere else: it lets local mode sign
 * people in as {@code local-viewer}, {@code local-editor} or {@code local-admin}, by a page that asks each time, and
 * give programs access tokens in these names. Its secrets are known to everybody.
 */
public final class LocalProvider implements AutoCloseable {

    /** What its tokens call the City API. */
    public static final String AUDIENCE = "city-api";

    /** The client that the application signs people in as. */
    public static final String CLIENT_ID = "city-api-local";

    /** The secret of every client: none, for nobody else can reach this provider. */
    public static final String CLIENT_SECRET = "local";

    /** The JDK's server waits for the rest of a request for ever, unless it is told how many seconds to wait. */
    private static final String REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

    private final URI issuer;
    private final List<HttpServer> servers;
    private final ExecutorService threads;

    private LocalProvider(URI issuer, List<HttpServer> servers, ExecutorService threads) {
        this.issuer = issuer;
        this.servers = servers;
        this.threads = threads;
    }

    /**
     * Starts one.
     *
     * @param port to listen on; 0 for any that is free
     * @param callbacks the redirect addresses of the application; with none, it may be called back at the path {@code
     *     /oauth/callback/local} on any port of this machine
     * @throws IllegalStateException with one sentence, when it cannot listen there
     */
    public static LocalProvider start(int port, String... callbacks) {
        return start(port, Clock.systemUTC(), callbacks);
    }

    static LocalProvider start(int port, Clock clock, String... callbacks) {
        if (System.getProperty(REQUEST_SECONDS) == null) {
            System.setProperty(REQUEST_SECONDS, "10");
        }
        List<HttpServer> servers = listen(port);
        URI issuer =
                URI.create("http://localhost:" + servers.get(0).getAddress().getPort() + "/local");
        LocalDoor door = new LocalDoor(places(issuer, clock, new LocalApplication(Set.of(callbacks))));
        ExecutorService threads = Executors.newCachedThreadPool(LocalProvider::daemon);
        for (HttpServer server : servers) {
            server.createContext("/", door);
            server.setExecutor(threads);
            // Its dispatcher is a daemon if the thread that starts it is one.
            CompletableFuture.runAsync(server::start, threads).join();
        }
        return new LocalProvider(issuer, servers, threads);
    }

    private static Map<String, LocalDoor.Place> places(URI issuer, Clock clock, LocalApplication application) {
        LocalTokens tokens = new LocalTokens(issuer.toString(), AUDIENCE, clock);
        LocalCodes codes = new LocalCodes(clock);
        LocalPages pages = new LocalPages();
        LocalDiscovery discovery = new LocalDiscovery(issuer, tokens);
        return Map.of(
                "/local/.well-known/openid-configuration",
                LocalDoor.Place.toRead(request -> discovery.description()),
                "/local/jwks",
                LocalDoor.Place.toRead(request -> discovery.keys()),
                "/local/style.css",
                LocalDoor.Place.toRead(request -> pages.style()),
                "/local/authorize",
                LocalDoor.Place.toVisit(new LocalSignIn(issuer.toString(), application, codes, pages)::answer),
                "/local/logout",
                LocalDoor.Place.toVisit(new LocalSignOut(application, pages)::answer),
                "/local/token",
                LocalDoor.Place.toPost(new LocalTokenRequests(URI.create(issuer + "/token"), codes, tokens)::answer));
    }

    /** Its issuer identifier, as in its tokens. */
    public String issuer() {
        return issuer.toString();
    }

    /** On 127.0.0.1 and, where there is one, ::1: either may be what a client takes {@code localhost} for. */
    private static List<HttpServer> listen(int port) {
        // A port that is free on one may be taken on the other.
        for (int chances = port == 0 ? 20 : 1; ; chances--) {
            try {
                return listenOnBoth(port);
            } catch (IOException e) {
                boolean isTaken = e instanceof BindException;
                if (!isTaken || chances == 1) {
                    throw new IllegalStateException(
                            "The local identity provider cannot listen on port " + port + " of this machine: "
                                    + (isTaken ? "the port is taken" : e.getMessage()),
                            e);
                }
            }
        }
    }

    private static List<HttpServer> listenOnBoth(int port) throws IOException {
        List<HttpServer> servers = new ArrayList<>();
        try {
            int same = port;
            for (InetAddress address : loopbackAddresses()) {
                HttpServer server = HttpServer.create(new InetSocketAddress(address, same), 0);
                servers.add(server);
                same = server.getAddress().getPort();
            }
        } catch (IOException e) {
            servers.forEach(server -> server.stop(0));
            throw e;
        }
        if (servers.isEmpty()) {
            throw new IOException("it has no loopback address");
        }
        return servers;
    }

    private static List<InetAddress> loopbackAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(InetAddress::isLoopbackAddress)
                .toList();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "local-provider");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
