package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.domain.limit.Quota;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cluster of several servers loses one: nobody waits, and all count together again when its follower has taken over. */
@Timeout(120)
class RedisClusterTest {

    private static final Quota MANY = new Quota("many", 10_000, Duration.ofSeconds(600));

    @Test
    void whatOneHadIsTakenOverByTheOneThatFollowedIt() {
        RedisCluster cluster = RedisCluster.start(3);
        try (OnRedis one = OnRedis.patient(cluster.address());
                OnRedis other = OnRedis.patient(cluster.address())) {
            AtomicInteger heard = new AtomicInteger();
            other.link().listen(heard::incrementAndGet);
            assertCountTogether(one, other);
            cluster.loseServerOf("city-api:limit:many:600:a");
            Patience.await(() -> {
                assertThat(one.limits().take("a", MANY).allowed()).isTrue();
                assertThat(other.limits().take("a", MANY).allowed()).isTrue();
                return one.link().unanswered() > 0;
            });
            Patience.await(() -> one.link().isThere() && other.link().isThere());
            assertCountTogether(one, other);
            int before = heard.get();
            Patience.await(() -> {
                one.link().tellOthers();
                return heard.get() > before;
            });
        }
    }

    private static void assertCountTogether(OnRedis one, OnRedis other) {
        Patience.await(() -> {
            int left = one.limits().take("a", MANY).left();
            return other.limits().take("a", MANY).left() == left - 1;
        });
    }
}
