package org.cityapi.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ServerSocketFactory;

/** The network between a program and a server, which can be cut, be slow, or swallow all that is sent. */
final class Wire implements AutoCloseable {

    private final String host;
    private volatile int port;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean isCut;
    private volatile boolean isSilent;
    private volatile int delay;
    private final ServerSocket entrance;

    Wire(String host, int port) {
        this(host, port, ServerSocketFactory.getDefault());
    }

    /** @param entrances what makes the socket to which the program connects */
    Wire(String host, int port, ServerSocketFactory entrances) {
        this.host = host;
        this.port = port;
        try {
            entrance = entrances.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** New connections go to another server; those that are open stay. */
    void leadTo(int other) {
        port = other;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Ends all connections, and each new one at once. */
    void cut() {
        isCut = true;
        open.forEach(Wire::end);
        open.clear();
    }

    /** Lets nothing through, and tells nobody. */
    void silence() {
        isSilent = true;
    }

    /** @param milliseconds after which a piece is passed on, in either direction */
    void slow(int milliseconds) {
        delay = milliseconds;
    }

    /** Lets all through again; what was sent meanwhile is lost, with its connections. */
    void mend() {
        cut();
        isCut = false;
        isSilent = false;
        delay = 0;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (isCut) {
                    end(client);
                    continue;
                }
                Socket server = new Socket(host, port);
                open.add(client);
                open.add(server);
                if (isCut) {
                    // Since it was let in.
                    end(client);
                    end(server);
                    continue;
                }
                start(() -> pass(client, server));
                start(() -> pass(server, client));
            } catch (IOException closed) {
                // The test is over, or the server away: then nobody is let in.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[1 << 14];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                Thread.sleep(delay);
                if (!isSilent) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException | InterruptedException ended) {
            // by one of the two, or by the cut
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
