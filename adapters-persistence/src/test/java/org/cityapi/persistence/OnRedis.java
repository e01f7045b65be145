package org.cityapi.persistence;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
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

    static OnRedis patient(String address) {
        return new OnRedis(address, 5_000).whenThere();
    }

    RedisLink link() {
        return context.getBean(RedisLink.class);
    }

    RateLimits limits() {
        return context.getBean(RateLimits.class);
    }

    OnRedis whenThere() {
        Patience.await(link()::isThere);
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
