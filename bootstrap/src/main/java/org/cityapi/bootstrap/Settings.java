package org.cityapi.bootstrap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityapi.auth.MetricsToken;
import org.cityapi.persistence.redis.RedisAddress;

/**
 * What the operator has set, checked.
 *
 * @param port where the register listens, 1 to 65535; in local mode the provider takes the next one
 * @param address the address that it binds
 * @param database where everything is kept
 * @param redis what several nodes share; empty where each counts by itself
 * @param seed which bundled cities fill an empty register: cities1000, cities15000 or none
 * @param providers the identity providers; none in local mode
 * @param people what is set about those who sign in
 * @param keys sign what is given to browsers and clients; none in local mode, where one is made at each start
 * @param metricsToken opens the metrics; without a value where only administrators read them
 * @param publicUrl how the world reaches the register: scheme, host and port; empty where that is not known
 * @param network how the world reaches the register, in detail
 * @param importBytes how many bytes a file to import may have, unpacked
 * @param bodyBytes how many bytes all bodies of requests together may hold in memory
 * @param shutdownDelay for how long it still takes requests when it is told to stop
 * @param v1Deprecated when version 1 is deprecated; empty while that is open
 * @param v1Sunset when version 1 goes away; empty while that is open
 */
record Settings(
        int port,
        String address,
        Database database,
        Optional<RedisAddress> redis,
        String seed,
        Providers providers,
        People people,
        List<String> keys,
        MetricsToken metricsToken,
        String publicUrl,
        Network network,
        long importBytes,
        long bodyBytes,
        Duration shutdownDelay,
        Optional<Instant> v1Deprecated,
        Optional<Instant> v1Sunset) {

    /** Whether no identity provider is configured, so that the local one is offered. */
    boolean isLocal() {
        return providers.areNone();
    }

    /** @throws BadSetting naming the first setting that is wrong */
    static Settings of(Map<String, String> environment, Map<String, String> file) {
        SettingNames.check(environment.keySet(), file.keySet());
        return new SettingsReader(environment, file).read();
    }
}
