package org.cityapi.web;

import java.util.Map;

/** What Micronaut's server must be told, so that it keeps the limits and habits of the contract. */
public final class ServerSettings {

    private static final int LINE_BYTES = 8192;

    private ServerSettings() {}

    /** The properties of an application that serves this module. */
    public static Map<String, Object> properties() {
        return Map.of(
                "micronaut.server.max-request-size",
                "1MB",
                "micronaut.server.netty.max-initial-line-length",
                LINE_BYTES,
                "micronaut.server.netty.max-header-size",
                LINE_BYTES,
                "micronaut.server.netty.request-decompression-enabled",
                false,
                "micronaut.server.idle-timeout",
                "60s",
                "city-api.head-timeout",
                "30s",
                "endpoints.all.enabled",
                false,
                "endpoints.health.enabled",
                true,
                "endpoints.health.sensitive",
                false,
                "endpoints.health.details-visible",
                "NEVER");
    }
}
