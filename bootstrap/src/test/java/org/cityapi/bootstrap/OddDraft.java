package org.cityapi.bootstrap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** An odd request in the making. */
final class OddDraft {

    private static final Set<String> SPOKEN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    String method;
    String path;
    String version = "HTTP/1.1";
    final List<String> query;
    final List<String> headers = new ArrayList<>();
    byte[] body = new byte[0];
    boolean hasBody;
    boolean chunked;

    /** A header about the body's length that need not be true. */
    String lying;

    /** What comes where chunks should. */
    String chunks;

    /** Lines end in LF alone. */
    boolean bareLines;

    OddDraft(String method, String path, List<String> query) {
        this.method = method;
        this.path = path;
        this.query = new ArrayList<>(query);
    }

    OddRequest request(Random random) {
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        byte[] sent = body;
        if (chunks != null) {
            headers.add("Transfer-Encoding: chunked");
            sent = chunks.getBytes(StandardCharsets.ISO_8859_1);
        } else if (lying != null) {
            headers.add(lying);
        } else if (chunked) {
            headers.add("Transfer-Encoding: chunked");
            sent = inChunks(random);
        } else if (hasBody || body.length > 0) {
            headers.add("Content-Length: " + body.length);
        }
        OddRequest.Wire wire = wire(target);
        if (wire != OddRequest.Wire.PLAIN && method.equals("HEAD")) {
            // Whoever cannot read the line does not know that no body is wanted.
            method = "GET";
        }
        if (bareLines) {
            headers.add("X-Bare: 1\nX-Bare: 2");
        }
        return new OddRequest(method, target, version, List.copyOf(headers), sent, wire);
    }

    private OddRequest.Wire wire(String target) {
        String head = String.join("", headers);
        boolean broken = chunks != null
                || lying != null
                || bareLines
                || breaksLines(method + target + head)
                || headers.stream().anyMatch(OddDraft::isUnsure);
        if (broken) {
            return OddRequest.Wire.BROKEN;
        }
        boolean strange = !SPOKEN.contains(method)
                || !version.equals("HTTP/1.1")
                || target.isEmpty()
                || target.chars().anyMatch(c -> c <= ' ' || c == 0x7F || c == 0x85 || c == 0xA0)
                || headers.stream()
                        .anyMatch(line -> !TOKEN.matcher(line.split(":", 2)[0]).matches());
        return strange ? OddRequest.Wire.STRANGE : OddRequest.Wire.PLAIN;
    }

    private static boolean breaksLines(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    /** Whether this line says something about the end of the request that may not be so. */
    private static boolean isUnsure(String line) {
        return line.startsWith(" ") || line.startsWith("\t") || !line.contains(":");
    }

    private byte[] inChunks(Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int from = 0;
        while (from < body.length) {
            int length = Math.min(body.length - from, 1 + random.nextInt(1 + body.length));
            String head = Integer.toHexString(length) + (random.nextInt(4) == 0 ? ";a=b" : "") + "\r\n";
            bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(body, from, length);
            bytes.writeBytes(new byte[] {'\r', '\n'});
            from += length;
        }
        String end = random.nextInt(4) == 0 ? "0\r\nX-Trailer: 1\r\n\r\n" : "0\r\n\r\n";
        bytes.writeBytes(end.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
