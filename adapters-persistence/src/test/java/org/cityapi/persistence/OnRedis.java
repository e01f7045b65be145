package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.cityapi.domain.limit.RateLimits;
import org.cityapi.persistence.redis.RedisAddress;
import org.cityapi.persistence.redis.RedisLink;

/** What one node has of Redis. */
final class OnRedis implements AutoCloseable {

    private final ApplicationContext context;

    OnRedis(String address) {
        this(address, 20);
    }

    /** @param patience milliseconds; a busy machine needs many */
    OnRedis(String address, int patience) {
        context = ApplicationContext.builder()
                .environmentPropertySource(false)
                .properties(RedisAddress.of(address).properties())
                .properties(Map.of("city-api.redis-patience", patience))
                .start();
    }

    static OnRedis patient(String address) throws InterruptedException {
        return new OnRedis(address, 5_000).whenThere();
    }

    RedisLink link() {
        return context.getBean(RedisLink.class);
    }

    RateLimits limits() {
        return context.getBean(RateLimits.class);
    }

    OnRedis whenThere() throws InterruptedException {
        await(link()::isThere);
        return this;
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It is not so after 20 s");
            }
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
