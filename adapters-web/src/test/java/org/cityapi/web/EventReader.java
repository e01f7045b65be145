package org.cityapi.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client of server-sent events on a connection of its own, which reads line by line and can leave at any time. */
public final class EventReader implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final List<String> head = new ArrayList<>();

    /** @param headers each as "Name: value" */
    public EventReader(int port, String path, String... headers) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(20_000);
        StringBuilder request =
                new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        in = socket.getInputStream();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            head.add(line);
        }
    }

    /** The lines in front of the body. */
    public List<String> head() {
        return head;
    }

    /** The next line, be it of an event or around it; null at the end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** The next line that begins so; null when the end comes first. */
    public String next(String beginning) throws IOException {
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        return null;
    }

    /** The sequence of the next event; null when the end comes first. */
    Long nextId() throws IOException {
        String line = next("id: ");
        return line == null ? null : Long.valueOf(line.substring(4));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
