package org.cityapi.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection for requests that no HTTP client would send; lines end in CRLF, which the texts write as a bar. */
final class RawConnection implements AutoCloseable {

    private static final int WAIT_MILLIS = 20_000;

    private final Socket socket;

    RawConnection(Client app) {
        try {
            socket = new Socket("localhost", app.port());
            socket.setSoTimeout(WAIT_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawConnection send(String text) {
        try {
            socket.getOutputStream().write(text.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that comes until the server ends the connection. */
    String readToTheEnd() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The connection stays open", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server ends the connection though that text is sent again and again, for at most ten times. */
    boolean endsWhileDripping(String text, int milliseconds) throws InterruptedException {
        try {
            socket.setSoTimeout(milliseconds);
            for (int i = 0; i < 10; i++) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        return true;
                    }
                } catch (SocketTimeoutException stillOpen) {
                    send(text);
                }
            }
            return false;
        } catch (IOException | UncheckedIOException reset) {
            return true;
        }
    }

    /** Whether the server leaves the connection open, with nothing more to say for so long. */
    boolean staysOpen(int milliseconds) {
        try {
            socket.setSoTimeout(milliseconds);
            while (socket.getInputStream().read() >= 0) {
                // What it still had to say.
            }
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    /** What comes, up to that text. */
    String readUpTo(String text) {
        StringBuilder read = new StringBuilder();
        try {
            while (read.indexOf(text) < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new EOFException("the server ended the connection");
                }
                read.append((char) next);
            }
            return read.toString();
        } catch (IOException e) {
            throw new AssertionError("Only this came: " + read, e);
        }
    }

    /** Sends that text on a connection of its own, and gives all that is answered. */
    static String exchange(Client app, String text) {
        try (RawConnection connection = new RawConnection(app)) {
            return connection.send(text).readToTheEnd();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
