package org.cityapi.web.client;

import io.micronaut.http.HttpHeaders;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In which headers proxies say of whom they had a request; what cannot be read counts as not said. One kind alone is read:
 * a proxy that writes one passes on what a client has written into the other.
 */
public enum Forwarding {
    /** {@code X-Forwarded-For} and {@code X-Forwarded-Proto}. */
    X_FORWARDED,

    /** {@code Forwarded} (RFC 7239). */
    FORWARDED;

    /** From whom each proxy says it had the request, the nearest proxy first. */
    List<String> senders(HttpHeaders headers) {
        List<String> nearestFirst = new ArrayList<>(said(headers, "X-Forwarded-For", "for"));
        Collections.reverse(nearestFirst);
        return nearestFirst;
    }

    /** How the nearest proxy says it had the request, in small letters; empty where it does not say. */
    String scheme(HttpHeaders headers) {
        List<String> schemes = said(headers, "X-Forwarded-Proto", "proto");
        return schemes.isEmpty() ? "" : schemes.get(schemes.size() - 1).toLowerCase(Locale.ROOT);
    }

    private List<String> said(HttpHeaders headers, String header, String parameter) {
        return this == X_FORWARDED
                ? items(headers, header)
                : items(headers, "Forwarded").stream()
                        .map(hop -> parameter(hop, parameter))
                        .toList();
    }

    /** The address in {@code 192.0.2.7}, {@code 192.0.2.7:80}, {@code 2001:db8::1} or {@code [2001:db8::1]:80}. */
    static @Nullable InetAddress address(String sender) {
        String text = sender;
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            text = end < 0 ? "" : text.substring(1, end);
        } else if (text.indexOf(':') == text.lastIndexOf(':') && text.contains(":")) {
            text = text.substring(0, text.indexOf(':'));
        }
        return AddressRange.addressOf(text);
    }

    private static List<String> items(HttpHeaders headers, String name) {
        List<String> items = new ArrayList<>();
        for (String line : headers.getAll(name)) {
            for (String item : line.split(",")) {
                items.add(item.strip());
            }
        }
        return items;
    }

    /** RFC 7239 (4): pairs with semicolons between, values perhaps in quotes. */
    private static String parameter(String hop, String name) {
        for (String pair : hop.split(";")) {
            String text = pair.strip();
            if (text.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
                return text.substring(name.length() + 1).replace("\"", "");
            }
        }
        return "";
    }
}
