package org.cityapi.persistence.redis;

import io.lettuce.core.ScriptOutputType;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.cityapi.domain.limit.Quota;
import org.cityapi.domain.limit.RateLimits;
import org.cityapi.domain.limit.Usage;

/**
 * Counts of all nodes together; while Redis does not answer, of this one alone. A window is timed by the clock of Redis, so
 * that clocks of nodes that go wrong do no harm.
 */
@Singleton
@Primary
@Requires(property = RedisLink.PROPERTY)
final class RedisRateLimits implements RateLimits {

    /** Key: the window; arguments: uses allowed, milliseconds, 1 to count; gives: 1 if allowed, uses, milliseconds left. */
    private static final String TAKE = """
            local used = tonumber(redis.call('GET', KEYS[1]) or '0')
            local left = redis.call('PTTL', KEYS[1])
            local allowed = used < tonumber(ARGV[1]) and 1 or 0
            if allowed == 1 and ARGV[3] == '1' then
              used = redis.call('INCR', KEYS[1])
            end
            if left < 0 then
              left = tonumber(ARGV[2])
              redis.call('PEXPIRE', KEYS[1], left)
            end
            return {allowed, used, left}
            """;

    private final RedisLink redis;
    private final RateLimits own;

    RedisRateLimits(RedisLink redis, @Named("own") RateLimits own) {
        this.redis = redis;
        this.own = own;
    }

    @Override
    public boolean mayWait() {
        return true;
    }

    /** Counted here, too, so that a client does not begin anew when Redis goes. */
    @Override
    public Usage take(String key, Quota quota) {
        Usage here = own.take(key, quota);
        return shared(key, quota, "1", here);
    }

    @Override
    public Usage look(String key, Quota quota) {
        return shared(key, quota, "0", own.look(key, quota));
    }

    private Usage shared(String key, Quota quota, String count, Usage here) {
        String window = "city-api:limit:" + quota.name() + ':' + quota.window().toSeconds() + ':' + key;
        String[] arguments = {
            Integer.toString(quota.uses()), Long.toString(quota.window().toMillis()), count
        };
        return redis.<List<Object>>ask(
                        commands -> commands.eval(TAKE, ScriptOutputType.MULTI, new String[] {window}, arguments))
                .map(answer -> usage(answer, quota))
                .orElse(here);
    }

    private static Usage usage(List<Object> answer, Quota quota) {
        boolean allowed = number(answer, 0) == 1;
        long left = Math.max(0, quota.uses() - number(answer, 1));
        return new Usage(allowed, Math.toIntExact(left), Duration.ofMillis(Math.max(1, number(answer, 2))));
    }

    private static long number(List<Object> answer, int place) {
        return (Long) answer.get(place);
    }
}
