package org.cityapi.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Micronaut's server must be told, so that it keeps the limits and habits of the contract. */
public final class ServerSettings {

    /** How long the first line of a request may be, and how large its headers. */
    public static final int LINE_BYTES = 8192;

    /** How many bytes a file to import may have, unpacked. */
    public static final String MOST_IMPORTED = "city-api.imports.max-bytes";

    /** How many it may have where nothing else is said. */
    public static final long IMPORT_BYTES = 200L * 1024 * 1024;

    /** How many bytes all bodies together may hold in memory. */
    public static final String MOST_HELD = "city-api.most-held";

    /** What a form has around its file. */
    private static final int FORM_BYTES = 64 * 1024;

    /** What part of the memory all bodies together may hold: what is made of one when it is read is some times as large. */
    private static final int PART_FOR_BODIES = 16;

    private static final long LEAST_FOR_BODIES = 4L * 1024 * 1024;

    /** How many they may hold where nothing else is said. */
    public static final long BODY_BYTES =
            Math.max(LEAST_FOR_BODIES, Runtime.getRuntime().maxMemory() / PART_FOR_BODIES);

    private ServerSettings() {}

    /** The properties that let files to import have so many bytes. */
    public static Map<String, Object> importing(long bytes) {
        // A body that is streamed: a file to import, in a form perhaps.
        return Map.of(MOST_IMPORTED, bytes, "micronaut.server.max-request-size", bytes + FORM_BYTES);
    }

    /** The properties of an application that serves this module. */
    public static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(importing(IMPORT_BYTES));
        properties.putAll(always());
        return properties;
    }

    private static Map<String, Object> always() {
        return Map.ofEntries(
                Map.entry("micronaut.server.max-request-buffer-size", "1MB"),
                // Of a line that is a little too long the path is known, and with it how to answer: see HeadRules.
                Map.entry("micronaut.server.netty.max-initial-line-length", 2 * LINE_BYTES),
                Map.entry("micronaut.server.netty.max-header-size", LINE_BYTES),
                Map.entry("micronaut.server.netty.request-decompression-enabled", false),
                // As the URL standard has it, and QueryParameters.
                Map.entry("micronaut.server.semicolon-is-normal-char", true),
                Map.entry("micronaut.server.idle-timeout", "60s"),
                // Negotiation writes it, with two digits for the day.
                Map.entry("micronaut.server.date-header", false),
                Map.entry("city-api.head-timeout", "30s"),
                Map.entry("city-api.streams.heartbeat", "15s"),
                Map.entry("city-api.streams.per-user", 10),
                Map.entry("city-api.streams.in-all", 200),
                // A client that takes nothing is left after so long, and any after the longest: a transaction is open
                // for it.
                Map.entry("city-api.exports.patience", "30s"),
                Map.entry("city-api.exports.longest", "10m"),
                // Less than a connection has that nothing comes over.
                Map.entry("city-api.imports.undo-patience", "20s"),
                // Of the 20 seconds that a server which stops leaves to what it has begun.
                Map.entry("city-api.exports.when-leaving", "15s"),
                // Seconds: what a cached, a usual, a slow and a stuck answer take.
                Map.entry("micronaut.metrics.binders.web.server.slos", List.of(0.005, 0.025, 0.1, 0.5, 2.0)),
                Map.entry("endpoints.all.enabled", false),
                Map.entry("endpoints.health.enabled", true),
                Map.entry("endpoints.health.sensitive", false),
                Map.entry("endpoints.health.details-visible", "NEVER"),
                Map.entry("city-api.body-timeout", "60s"),
                Map.entry(MOST_HELD, BODY_BYTES));
    }
}
