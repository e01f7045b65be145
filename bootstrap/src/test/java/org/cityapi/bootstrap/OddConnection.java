package org.cityapi.bootstrap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends any bytes, and reads answers as strictly as RFC 9112 allows. */
final class OddConnection implements AutoCloseable {

    /** No answer takes longer, however busy the machine. */
    private static final int PATIENCE_MILLIS = 20_000;

    /** What a request without an end waits for. */
    private static final int GLANCE_MILLIS = 40;

    private static final int LIMIT = 64 * 1024 * 1024;

    private final int port;
    private Socket socket;
    private InputStream in;

    OddConnection(int port) {
        this.port = port;
    }

    /** The answer that is due to this request. */
    OddAnswer ask(OddRequest request) throws IOException {
        boolean fresh = socket == null;
        try {
            return askHere(request);
        } catch (EOFException | java.net.SocketException ended) {
            close();
            if (fresh) {
                throw ended;
            }
            // The connection may have ended since the last answer.
            return askHere(request);
        }
    }

    private OddAnswer askHere(OddRequest request) throws IOException {
        connect(PATIENCE_MILLIS);
        send(request);
        OddAnswer answer = read(request.method().equals("HEAD"));
        if (answer.endsConnection()
                || answer.is("text/event-stream")
                || request.method().equals("CONNECT")) {
            close();
        }
        return answer;
    }

    /** Whatever is answered at once, on a connection of its own. */
    static List<OddAnswer> askBlindly(int port, OddRequest request) throws IOException {
        List<OddAnswer> answers = new ArrayList<>();
        try (OddConnection alone = new OddConnection(port)) {
            alone.connect(GLANCE_MILLIS);
            alone.send(request);
            for (int i = 0; i < 4; i++) {
                alone.in.mark(1);
                if (alone.in.read() < 0) {
                    return answers;
                }
                alone.in.reset();
                alone.socket.setSoTimeout(PATIENCE_MILLIS);
                answers.add(alone.read(request.method().equals("HEAD")));
                if (answers.get(i).is("text/event-stream") || alone.socket == null) {
                    return answers;
                }
                alone.socket.setSoTimeout(GLANCE_MILLIS);
            }
        } catch (SocketTimeoutException | java.net.SocketException nothingMore) {
            // it waits for the rest of the request, or has done with it
        }
        return answers;
    }

    private void connect(int timeout) throws IOException {
        if (socket == null) {
            socket = new Socket("localhost", port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.setSoTimeout(timeout);
    }

    private void send(OddRequest request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
        } catch (java.net.SocketException refused) {
            // The server may answer, and end the connection, before it has read all; the answer tells.
        }
    }

    private OddAnswer read(boolean head) throws IOException {
        String status = line();
        if (!status.matches("HTTP/1\\.[01] [1-5][0-9]{2} .*")) {
            throw new IllegalStateException("Not the beginning of an answer: " + status);
        }
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (!line.matches("[A-Za-z0-9-]+: ?[\\x20-\\x7E]*")) {
                throw new IllegalStateException("Not a header: " + line);
            }
            headers.add(line);
        }
        OddAnswer answer = new OddAnswer(Integer.parseInt(status.substring(9, 12)), headers, "");
        if (answer.status() == 100) {
            return read(head);
        }
        boolean empty = head || answer.status() == 204 || answer.status() == 304 || answer.is("text/event-stream");
        return empty ? answer : new OddAnswer(answer.status(), headers, body(answer));
    }

    private String body(OddAnswer answer) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Optional<String> length = answer.header("Content-Length");
        if (answer.header("Transfer-Encoding").isPresent()) {
            if (length.isPresent()) {
                throw new IllegalStateException("Both a length and chunks: " + answer.headers());
            }
            for (int size = chunk(); size > 0; size = chunk()) {
                body.writeBytes(exactly(size));
                exactly(2);
            }
            for (String trailer = line(); !trailer.isEmpty(); trailer = line()) {
                throw new IllegalStateException("A trailer: " + trailer);
            }
        } else if (length.isPresent()) {
            body.writeBytes(exactly(Integer.parseInt(length.get())));
        } else {
            body.writeBytes(in.readAllBytes());
            close();
        }
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(Math.min(length, LIMIT));
        if (bytes.length < length) {
            throw new IllegalStateException("Only " + bytes.length + " of " + length + " bytes came");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended after: " + line);
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - (line.toString().endsWith("\r") ? 1 : 0));
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
