package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cityapi.domain.limit.Quota;
import org.junit.jupiter.api.Test;

/** What a node tells the others, over one server and over a cluster; with a password, too. */
class RedisNewsTest {

    private static void hearsTheOther(String address) {
        try (OnRedis one = OnRedis.patient(address);
                OnRedis other = OnRedis.patient(address)) {
            AtomicInteger here = new AtomicInteger();
            AtomicInteger there = new AtomicInteger();
            one.link().listen(here::incrementAndGet);
            other.link().listen(there::incrementAndGet);
            Patience.await(() -> {
                one.link().tellOthers();
                return there.get() > 0;
            });
            assertThat(here).hasValue(0);
            Quota quota = new Quota("some", 5, Duration.ofSeconds(60));
            one.limits().take("a", quota);
            assertThat(other.limits().take("a", quota).left()).isEqualTo(3);
        }
    }

    @Test
    void aServerPassesOnWhatANodeTells() {
        hearsTheOther(RedisServer.newAddress());
    }

    @Test
    void aServerWithAPasswordDoesSoForWhoKnowsIt() {
        int port = RedisServer.start("requirepass \"open:sesame@\"");
        hearsTheOther("redis://:open%3Asesame%40@localhost:" + port);
        try (OnRedis stranger = new OnRedis("redis://:wrong@localhost:" + port)) {
            Quota once = new Quota("once", 1, Duration.ofSeconds(60));
            assertThat(stranger.limits().take("a", once).allowed()).isTrue();
            assertThat(stranger.link().isThere()).isFalse();
        }
    }

    @Test
    void aClusterDoesSo() {
        int port = RedisServer.startForCluster();
        try (RedisClient client = RedisClient.create("redis://localhost:" + port);
                StatefulRedisConnection<String, String> node = client.connect()) {
            node.sync().clusterAddSlots(IntStream.range(0, 16_384).toArray());
            Patience.await(() -> node.sync().clusterInfo().contains("cluster_state:ok"));
        }
        hearsTheOther("redis://localhost:" + port + "?cluster=true");
    }
}
