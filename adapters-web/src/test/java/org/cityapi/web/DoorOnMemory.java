package org.cityapi.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.cityapi.domain.limit.RateLimits;
import org.cityapi.domain.memory.MemoryRateLimits;
import org.cityapi.web.client.AddressRange;
import org.cityapi.web.client.Forwarding;
import org.cityapi.web.client.ProxySettings;
import org.cityapi.web.limit.LimitSettings;

/** What the door over memory is told: lists have blanks between. */
@Factory
@Requires(env = OnMemory.ENVIRONMENT)
final class DoorOnMemory {

    @Singleton
    BrowserSettings browser(
            @Value("${form-targets:}") String formTargets,
            @Value("${cors-origins:}") String corsOrigins,
            @Value("${https-origin:}") String httpsOrigin,
            @Value("${map-tiles:}") String tiles) {
        return new BrowserSettings(
                words(formTargets),
                words(corsOrigins),
                httpsOrigin,
                new MapTiles(tiles, tiles.isEmpty() ? "" : "© <b>X"));
    }

    @Singleton
    ProxySettings proxies(
            @Value("${trusted-proxies:}") String trusted, @Value("${proxy-header:X_FORWARDED}") Forwarding header) {
        return new ProxySettings(words(trusted).stream().map(AddressRange::of).toList(), header);
    }

    /** Three numbers for a minute, or no limits. */
    @Singleton
    LimitSettings limits(@Value("${limits:}") String limits) {
        List<Integer> numbers = words(limits).stream().map(Integer::valueOf).toList();
        return numbers.isEmpty()
                ? LimitSettings.off()
                : LimitSettings.of(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    RateLimits counts(Clock clock) {
        return new MemoryRateLimits(clock);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
