package org.cityapi.persistence.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;

/**
 * Two open connections: one for commands, one on which news is heard.
 *
 * @param commands those that a single server and a cluster have in common
 */
record Line(
        StatefulConnection<String, String> asking,
        RedisClusterAsyncCommands<String, String> commands,
        StatefulRedisPubSubConnection<String, String> hearing)
        implements AutoCloseable {

    boolean isOpen() {
        return asking.isOpen() && hearing.isOpen();
    }

    @Override
    public void close() {
        // Whoever waits on it is not waited for.
        var unused = asking.closeAsync();
        var unusedToo = hearing.closeAsync();
    }
}
