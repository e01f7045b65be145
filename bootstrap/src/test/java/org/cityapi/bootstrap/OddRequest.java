package org.cityapi.bootstrap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it goes over the wire; each character of its texts is one byte.
 *
 * @param headers whole lines
 * @param body as it is sent, chunks and all
 * @param wire how far the server can tell what is asked
 */
record OddRequest(String method, String target, String version, List<String> headers, byte[] body, Wire wire) {

    /** How far the server can tell where a request ends, and what speaks it. */
    enum Wire {
        /** In every respect. */
        PLAIN,
        /** It can tell where it ends, though not what it means: 501 and 505 are answers to it. */
        STRANGE,
        /** There may be no end, or more than one: no answer is due, or several. */
        BROKEN
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 512);
        StringBuilder head = new StringBuilder(method + " " + target + " " + version + "\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** Enough of it to see what it is, in characters that every terminal has. */
    @Override
    public String toString() {
        byte[] bytes = bytes();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length && text.length() < 3000; i++) {
            char c = (char) (bytes[i] & 0xFF);
            if (c == '\n') {
                text.append('\n');
            } else if (c >= ' ' && c < 0x7F) {
                text.append(c);
            } else if (c != '\r') {
                text.append(String.format("\\x%02X", (int) c));
            }
        }
        return text + (text.length() < 3000 ? "" : " ... " + bytes.length + " bytes");
    }
}
