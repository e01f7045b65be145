package org.cityapi.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bodies that are nearly those which the routes take: members as JSON texts, changed in any way that text can be. */
final class OddBodies {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1.5",
            "1e999",
            "-1e999",
            "1E-400",
            "1e99999999999",
            "123456789012345678901234567890",
            "9223372036854775808",
            "01",
            "+1",
            ".5",
            "1.",
            "NaN",
            "Infinity",
            "0x1",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uD83D\\uDE00\"",
            "\"\\u202e\"",
            "\"\\x41\"",
            "\"\\u12\"",
            "\"a\nb\"",
            "\"a\tb\"",
            "\"\u00ED\u00A0\u0080\"",
            "\"\u00C0\u0080\"",
            "\"\u00FF\"",
            "'x'",
            "x",
            "\"open",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[1,\"a\"]",
            "[\"\"]",
            "{\"a\":{\"b\":null}}",
            "",
            ",",
            "/*x*/1",
            "// x",
            "\"FR\"",
            "\"ZZ\"",
            "\"Europe/Paris\"",
            "\"Mars/Phobos\"",
            "[\"a\",\"a\"]",
            "90.0000001",
            "-180.0000001",
            "\"1\"",
            "100000000",
            "100000001");

    private OddBodies() {}

    static String json(Map<String, String> members, Random random, int changes) {
        List<String> texts = new ArrayList<>();
        members.forEach((name, value) -> texts.add("\"" + name + "\":" + value));
        for (int i = 0; i < changes; i++) {
            change(texts, random);
        }
        return "{" + String.join(",", texts) + "}";
    }

    private static void change(List<String> members, Random random) {
        if (members.isEmpty()) {
            members.add("\"name\":" + value(random));
            return;
        }
        int at = random.nextInt(members.size());
        String name = members.get(at).split(":", 2)[0];
        switch (random.nextInt(8)) {
            case 0 -> members.remove(at);
            case 1 -> members.add(members.get(at));
            case 2 -> members.add(name + ":" + value(random));
            case 3 -> members.set(at, value(random) + ":" + value(random));
            case 4 -> members.add("\"x" + random.nextInt(9) + "\":" + value(random));
            default -> members.set(at, name + ":" + value(random));
        }
    }

    private static String value(Random random) {
        return switch (random.nextInt(30)) {
            case 0 -> deep(random);
            case 1 -> "\"" + "x".repeat(199 + random.nextInt(3)) + "\"";
            case 2 -> "[" + "\"n\",".repeat(198 + random.nextInt(4)) + "\"m\"]";
            case 3 -> "9".repeat(1 + random.nextInt(2000));
            case 4 -> "\"" + OddTexts.any(random) + "\"";
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }

    private static String deep(Random random) {
        int depth = 1 << random.nextInt(17);
        return random.nextBoolean() ? "[".repeat(depth) : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    /** Bytes that are no such body any more, or one in another dress. */
    static byte[] spoilt(byte[] body, Random random) {
        switch (random.nextInt(12)) {
            case 0:
                return new byte[0];
            case 1:
                return java.util.Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 2:
                return zipped(body);
            case 3:
                return new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
            case 4:
                return bytes(OddTexts.utf8("\uFEFF") + new String(body, StandardCharsets.ISO_8859_1));
            case 5:
                return bytes(value(random));
            case 6:
                return bytes(OddTexts.any(random));
            case 7:
                return bytes("name=a&name=%zz&=&csrf=" + OddTexts.inTarget(random));
            case 8:
                return random.nextInt(6) == 0 ? new byte[1_048_575 + random.nextInt(3)] : new byte[random.nextInt(99)];
            case 9:
                return bytes(new String(body, StandardCharsets.ISO_8859_1) + value(random));
            default:
                byte[] flipped = body.clone();
                for (int i = random.nextInt(4); i >= 0 && flipped.length > 0; i--) {
                    flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                }
                return flipped;
        }
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
