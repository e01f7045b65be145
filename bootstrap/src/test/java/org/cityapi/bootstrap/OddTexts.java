package org.cityapi.bootstrap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that programs stumble over, as bytes: each character is one. */
final class OddTexts {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\t",
            "\u007F",
            "\u001B[31m",
            "%",
            "%2",
            "%zz",
            "%u0041",
            "%00",
            "%25",
            "%C0%AF",
            "%ED%A0%80",
            "+",
            "&",
            "=",
            "#",
            ";",
            ",",
            ",,",
            ":",
            "/",
            "//",
            "\\",
            "?",
            "*",
            ".",
            "..",
            "../../../../etc/passwd",
            "..%2f..%2f",
            "~",
            "\u00C0\u00AF",
            "\u00C0\u0080",
            "\u00ED\u00A0\u0080",
            "\u00F4\u0090\u0080\u0080",
            "\u00FF\u00FE",
            "\u00E9",
            "\u00F0\u009F",
            utf8("é"),
            utf8("\uFEFF"),
            utf8("😀"),
            utf8("\u202Eabc"),
            utf8("\u0130ıß"),
            utf8("\u0000"),
            utf8("\uFFFF"),
            utf8("東京"),
            utf8("١٢٣"),
            utf8("\u2028"),
            utf8("a" + "\u0301".repeat(200)),
            utf8("ﷺ".repeat(60)),
            "0",
            "-0",
            "-1",
            "+1",
            "01",
            "1.0",
            "1.5",
            ".5",
            "1e3",
            "1e999",
            "-1e999",
            "1e-999",
            "0x10",
            "1_000",
            "NaN",
            "Infinity",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1".repeat(400),
            "0." + "3".repeat(400),
            "100000001",
            "null",
            "true",
            "undefined",
            "[]",
            "{}",
            "\"",
            "'",
            "' OR '1'='1",
            "\"; DROP TABLE city; --",
            "a%' ESCAPE '!",
            "MATCH *",
            "NEAR(a b)",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "__${7*7}__::.x",
            "~{x::y}",
            "<script>alert(1)</script>",
            "%0d%0aX-Odd: 1",
            "{0}",
            "{id}",
            "90,180",
            "91,181",
            "-90,-180,90,180",
            "170,-10,-170,10",
            "1,2,3,4,5",
            "NaN,NaN",
            "1e1,1e1",
            "20038.1",
            "0.0000001",
            "FR",
            "fr",
            "XX",
            "FR,FR,DE",
            "FR,",
            "-name",
            "--name",
            "name,id",
            "id",
            "exact",
            "W/\"1.1.en\"",
            "\"1.1.en\"",
            "\"1.1.en-gzip\"",
            "\"9999999999999999999.1.en\"",
            "\"\"",
            "\"a",
            "*, \"1.1.en\"",
            "gzip",
            "br;q=0",
            "en;q=2",
            "fr-FR;q=0.000001",
            "*;q=",
            "text/html",
            "application/json; charset=utf-16",
            "a/b/c",
            "multipart/form-data; boundary=",
            "bytes=0-",
            "bytes=-1,5-2",
            "close",
            "localhost",
            "evil.invalid",
            "127.0.0.1",
            "::1",
            "for=\"[::1]:1\";proto=https",
            "eyJhbGciOiJub25lIn0.e30.",
            "AAAAAAAAAAAAAAAAAAAAAAAA",
            "tok_",
            "usr_" + "0".repeat(32),
            "2026-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "Thu, 01 Jan 1970 00:00:00 GMT");

    private static final int[] LENGTHS = {100, 101, 128, 129, 199, 200, 201, 1000, 4000, 7900, 8200};

    /** What patterns get lost in, and just short enough for a header. */
    private static final List<String> LONG = List.of(
            "\"" + "a".repeat(7000) + "\"",
            "\"" + "\\\"".repeat(3500) + "\"",
            "fr" + "-a".repeat(3500),
            "%41".repeat(2400),
            "\"a\",".repeat(1700),
            "*,".repeat(3500),
            "a;".repeat(3500),
            "a=b; ".repeat(1400),
            "1.".repeat(3500),
            "(".repeat(7000),
            " ".repeat(7000) + "x");

    private OddTexts() {}

    /** One of them, or a very long one, or some bytes that nobody thought of. */
    static String any(Random random) {
        int kind = random.nextInt(100);
        if (kind < 2) {
            return LONG.get(random.nextInt(LONG.size()));
        } else if (kind < 80) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        } else if (kind < 88) {
            String piece = random.nextBoolean() ? "a" : utf8("é");
            return piece.repeat(LENGTHS[random.nextInt(LENGTHS.length)] / piece.length());
        }
        StringBuilder bytes = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            bytes.append((char) random.nextInt(256));
        }
        return bytes.toString();
    }

    /** As it stands in a query: mostly escaped, as a client would do it. */
    static String inTarget(Random random) {
        String text = any(random);
        int kind = random.nextInt(10);
        if (kind == 0) {
            return text;
        } else if (kind == 1) {
            return text.replace(" ", "%20").replace("\r", "").replace("\n", "");
        }
        return escaped(text);
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02X", (int) c));
            }
        }
        return escaped.toString();
    }

    /** A text's bytes in UTF-8. */
    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
