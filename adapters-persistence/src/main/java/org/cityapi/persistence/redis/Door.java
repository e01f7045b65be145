package org.cityapi.persistence.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Opens connections to a server or to a cluster; they do not open themselves again when they break.
 *
 * @param client which opens them, and closes them at its end
 * @param way throws a {@link io.lettuce.core.RedisException} where there is none
 */
record Door(AbstractRedisClient client, Supplier<Line> way) implements AutoCloseable {

    /** @throws io.lettuce.core.RedisException when there is no way in */
    Line open() {
        return way.get();
    }

    /** The client does not end the threads that Micronaut made for it. */
    @Override
    public void close() {
        client.shutdown();
        var unused = client.getResources().shutdown();
    }

    /** The doors to what the settings name. */
    @Factory
    static final class Doors {

        private static final ClientOptions OPTIONS = ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofSeconds(1))
                        .keepAlive(true)
                        .build())
                .build();

        @Singleton
        @Bean(preDestroy = "close")
        @Requires(beans = RedisClient.class)
        Door server(RedisClient client) {
            client.setOptions(OPTIONS);
            return new Door(client, () -> {
                StatefulRedisConnection<String, String> asking = client.connect();
                return new Line(asking, asking.async(), orClose(asking, client::connectPubSub));
            });
        }

        @Singleton
        @Bean(preDestroy = "close")
        @Requires(beans = RedisClusterClient.class)
        Door cluster(RedisClusterClient client) {
            client.setOptions(ClusterClientOptions.builder(OPTIONS).build());
            return new Door(client, () -> {
                client.refreshPartitions();
                StatefulRedisClusterConnection<String, String> asking = client.connect();
                return new Line(asking, asking.async(), orClose(asking, client::connectPubSub));
            });
        }

        /** The second of two connections; without it the first is closed. */
        private static <T> T orClose(StatefulConnection<?, ?> first, Supplier<T> second) {
            try {
                return second.get();
            } catch (RuntimeException e) {
                var unused = first.closeAsync();
                throw e;
            }
        }
    }
}
