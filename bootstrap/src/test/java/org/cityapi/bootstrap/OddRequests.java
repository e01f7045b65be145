package org.cityapi.bootstrap;

import static org.cityapi.bootstrap.SoundRequests.one;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes odd requests out of sound ones, the same ones from the same seed; some stay sound. */
final class OddRequests {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    private static final List<String> STRANGE_METHODS =
            List.of("get", "FOO", "PROPFIND", "QUERY", "G\u00C9T", "M-SEARCH", "PRI");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Accept-Charset",
            "Range",
            "If-Range",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "Idempotency-Key",
            "Last-Event-ID",
            "Cookie",
            "Origin",
            "Referer",
            "Sec-Fetch-Site",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "Forwarded",
            "X-Request-Id",
            "X-HTTP-Method-Override",
            "Content-Type",
            "Content-Encoding",
            "Content-Language",
            "Expect",
            "Authorization",
            "User-Agent",
            "Access-Control-Request-Method",
            "Access-Control-Request-Headers",
            "Cache-Control",
            "Connection",
            "Upgrade",
            "TE",
            "X-CSRF-TOKEN",
            "Prefer",
            "X-Odd",
            "Max-Forwards",
            "Via",
            "traceparent");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/merge-patch+json",
            "application/json;charset=UTF-8",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/xml",
            "text/csv",
            "application/json; charset=\"",
            "a",
            "*/*",
            "application/octet-stream");

    private final Random random;
    private final SoundRequests sound;
    private final OddWorld world;

    OddRequests(long seed, OddWorld world) {
        this.random = new Random(seed);
        this.world = world;
        this.sound = new SoundRequests(world);
    }

    OddRequest next() {
        SoundRequests.Sound base = sound.any(random);
        int changes = Math.max(0, random.nextInt(6) - 1);
        OddDraft draft = new OddDraft(base.method(), base.path(), base.query());
        draft.headers.add("Host: localhost");
        if (random.nextInt(5) > 0) {
            draft.headers.add(one(world.proofs(), random));
        }
        if (!base.body().isEmpty()) {
            draft.hasBody = true;
            draft.body = OddBodies.json(base.body(), random, random.nextInt(changes + 1))
                    .getBytes(StandardCharsets.ISO_8859_1);
            draft.headers.add("Content-Type: " + (base.method().equals("PATCH") ? TYPES.get(1) : TYPES.get(0)));
        }
        if (random.nextInt(3) > 0 && base.path().startsWith("/api/v2/cities/")) {
            draft.headers.add("If-Match: *");
        }
        if (random.nextInt(8) == 0 && base.method().equals("GET")) {
            draft.headers.add("If-None-Match: *");
        }
        for (int i = 0; i < changes; i++) {
            change(draft);
        }
        return draft.request(random);
    }

    private void change(OddDraft draft) {
        switch (random.nextInt(17)) {
            case 0, 1, 2 -> changeQuery(draft.query);
            case 3 -> draft.query.add("x" + OddTexts.inTarget(random));
            case 4 -> draft.path = changedPath(draft.path);
            case 5 -> draft.method = one(METHODS, random);
            case 6, 7, 8, 9 -> draft.headers.add(header());
            case 10 -> draft.headers.addAll(List.copyOf(draft.headers.subList(0, draft.headers.size() / 2)));
            case 11 -> draft.headers.removeIf(line -> line.startsWith("Content-Type"));
            case 12 ->
                draft.headers.replaceAll(
                        line -> line.startsWith("Content-Type") ? "Content-Type: " + one(TYPES, random) : line);
            case 13, 14 -> {
                draft.body = OddBodies.spoilt(draft.body, random);
                draft.hasBody = true;
                if (random.nextInt(4) == 0) {
                    draft.headers.add(
                            "Content-Encoding: " + one(List.of("gzip", "identity", "br", "gzip, gzip", ""), random));
                }
            }
            case 15 -> draft.chunked = true;
            default -> breakWire(draft);
        }
    }

    private void changeQuery(List<String> query) {
        if (query.isEmpty() || random.nextInt(8) == 0) {
            query.add(one(
                            List.of("limit", "q", "cursor", "since", "near", "bbox", "access_token", "_method", "sort"),
                            random)
                    + "=" + OddTexts.inTarget(random));
            return;
        }
        int at = random.nextInt(query.size());
        String name = query.get(at).split("=", 2)[0];
        switch (random.nextInt(6)) {
            case 0 -> query.add(query.get(at));
            case 1 -> query.set(at, name);
            case 2 -> query.set(at, query.get(at) + OddTexts.inTarget(random));
            case 3 -> query.set(at, forged(query.get(at)));
            default -> query.set(at, name + "=" + OddTexts.inTarget(random));
        }
    }

    /** With one character changed: cursors, ids and numbers that are nearly right. */
    private String forged(String text) {
        StringBuilder forged = new StringBuilder(text + " ");
        forged.setCharAt(
                random.nextInt(forged.length()), one(List.of('A', 'z', '0', '9', '-', '_', '.', '=', '%'), random));
        return forged.toString();
    }

    private String changedPath(String path) {
        int slash = path.lastIndexOf('/');
        return switch (random.nextInt(9)) {
            case 0 -> path + "/";
            case 1 -> "/" + path;
            case 2 ->
                path.replaceFirst("/", one(List.of("/./", "/x/../", "/%2e/", "//", "/;a=b/", "/%2F", "%5C"), random));
            case 3 -> path + one(List.of(";x=1", "%00", ".json", "%20", "#x", "?", "%", "%2f", "\u00E9"), random);
            case 4 -> forged(path);
            case 5 -> "http://" + one(List.of("localhost", "evil.invalid", "[::1]", "a@b", ""), random) + path;
            case 6 -> one(List.of("*", "", "?", "localhost:80", "/" + "a/".repeat(500)), random);
            default -> path.substring(0, slash + 1) + OddTexts.inTarget(random);
        };
    }

    private String header() {
        String name = random.nextInt(40) == 0 ? OddTexts.any(random) : one(HEADERS, random);
        return name + (random.nextInt(60) == 0 ? "" : ": ") + OddTexts.any(random);
    }

    private void breakWire(OddDraft draft) {
        switch (random.nextInt(12)) {
            case 0 -> draft.method = one(STRANGE_METHODS, random);
            case 1 ->
                draft.version = one(
                        List.of(
                                "HTTP/1.0",
                                "HTTP/0.9",
                                "HTTP/2.0",
                                "HTTP/1.2",
                                "HTTP",
                                "",
                                "http/1.1",
                                "HTTP/99999999999.1"),
                        random);
            case 2 -> draft.headers.add(0, "Host: " + OddTexts.any(random));
            case 3 -> draft.headers.remove("Host: localhost");
            case 4 -> draft.headers.add("Host: other");
            case 5 ->
                draft.lying = "Content-Length: "
                        + one(List.of("0", "1", "100000", "-1", "+5", "1, 2", "x", "99999999999999999999", ""), random);
            case 6 ->
                draft.lying = "Transfer-Encoding: "
                        + one(List.of("gzip", "chunked, chunked", "identity", "xchunked", "", "\u000Bchunked"), random);
            case 7 ->
                draft.chunks = one(
                        List.of(
                                "zz\r\n",
                                "5\r\nab",
                                "-1\r\n",
                                "FFFFFFFFFFFFFFFFF\r\n",
                                "3;x=\0\r\nabc\r\n0\r\n\r\n",
                                "1\r\nab\r\n0\r\n\r\n",
                                "0\r\nX: y\r\n\r\nGET"),
                        random);
            case 8 -> draft.headers.add(" folded: " + OddTexts.any(random));
            case 9 -> draft.headers.addAll(java.util.Collections.nCopies(random.nextInt(300), "X-Many: 1"));
            case 10 -> draft.headers.add("Expect: 100-continue");
            default -> draft.bareLines = true;
        }
    }
}
