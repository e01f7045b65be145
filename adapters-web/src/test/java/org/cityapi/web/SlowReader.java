package org.cityapi.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client on a connection of its own that reads the head of an answer, and of its body only when it is told to. */
final class SlowReader implements AutoCloseable {

    private final Socket socket = new Socket();
    private final InputStream in;
    private final List<String> head = new ArrayList<>();

    /**
     * Asks by HTTP/1.0: the end of the connection is the end of the answer.
     *
     * @param headers each as "Name: value"
     */
    SlowReader(Client app, String path, String... headers) throws IOException {
        this(app, "GET " + path + " HTTP/1.0", List.of(headers));
    }

    /** Asks by HTTP/1.1, and reads what comes as it comes, chunk by chunk. */
    static SlowReader ofChunks(Client app, String path) throws IOException {
        return new SlowReader(app, "GET " + path + " HTTP/1.1", List.of("Connection: close"));
    }

    private SlowReader(Client app, String line, List<String> headers) throws IOException {
        // What the system takes in on its own is soon full.
        socket.setReceiveBufferSize(8_192);
        socket.connect(new InetSocketAddress("localhost", app.port()));
        socket.setSoTimeout(30_000);
        List<String> lines = new ArrayList<>(List.of(line, "Host: localhost"));
        lines.addAll(headers);
        String request = String.join("\r\n", lines) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        in = socket.getInputStream();
        for (String next = line(); !next.isEmpty(); next = line()) {
            head.add(next);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    int status() {
        return Integer.parseInt(head.get(0).split(" ")[1]);
    }

    /** The value of a header; empty when it is not there. */
    String header(String name) {
        String beginning = name.toLowerCase(Locale.ROOT) + ": ";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst()
                .orElse("");
    }

    /** All that is left until the connection ends, be that by a reset. */
    byte[] rest() {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        byte[] piece = new byte[65_536];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                rest.write(piece, 0, read);
            }
        } catch (SocketException reset) {
            return rest.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rest.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
