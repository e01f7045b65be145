package org.cityapi.auth;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** The configured issuers' keys, fetched once for access tokens and ID tokens alike. */
@Singleton
public final class Issuers {

    private final ProviderClient client = new ProviderClient();
    private final KeyTimes times;
    private final ExecutorService background;
    private final Map<String, IssuerKeys> keys = new ConcurrentHashMap<>();

    @Inject
    Issuers(@Named(TaskExecutors.BLOCKING) ExecutorService background) {
        this(KeyTimes.STANDARD, background);
    }

    Issuers(KeyTimes times, ExecutorService background) {
        this.times = times;
        this.background = background;
    }

    /** @param issuer as it is configured; never what a token says */
    public IssuerKeys keysOf(String issuer) {
        return keys.computeIfAbsent(issuer, url -> new IssuerKeys(url, client, times, background));
    }

    /** Where fetches wait that several requests wait for. */
    public Executor background() {
        return background;
    }

    /** What fetches their pages. */
    public ProviderClient client() {
        return client;
    }
}
