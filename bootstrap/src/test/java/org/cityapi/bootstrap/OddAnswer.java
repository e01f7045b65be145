package org.cityapi.bootstrap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back.
 *
 * @param headers whole lines
 * @param body without chunks; each character is one byte
 */
record OddAnswer(int status, List<String> headers, String body) {

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    boolean is(String mediaType) {
        return header("Content-Type").orElse("").startsWith(mediaType);
    }

    boolean endsConnection() {
        return header("Connection").orElse("").equalsIgnoreCase("close");
    }
}
