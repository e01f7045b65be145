package org.cityapi.persistence.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    /** Milliseconds. */
    private static final int SOON_GONE = 500;

    boolean isOpen() {
        return asking.isOpen() && hearing.isOpen();
    }

    /** Whether it takes a write in that time, which shows more than an answer to a greeting: a replica takes none. */
    boolean takesWrites(String key, int milliseconds) {
        try {
            return commands.set(key, "", SetArgs.Builder.px(SOON_GONE)).get(milliseconds, TimeUnit.MILLISECONDS)
                    != null;
        } catch (TimeoutException | ExecutionException | RedisException e) {
            LOG.debug("No answer to who looks", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @param refused takes what the server says when it does not let this user hear of that channel */
    void hear(String channel, Consumer<String> messages, Consumer<String> refused) {
        hearing.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String onChannel, String message) {
                messages.accept(message);
            }
        });
        var unused = hearing.async().subscribe(channel).exceptionally(e -> {
            // A line that breaks meanwhile is told of when it is looked at.
            if (e instanceof RedisCommandExecutionException) {
                refused.accept(String.valueOf(e.getMessage()));
            }
            return null;
        });
    }

    @Override
    public void close() {
        // Whoever waits on it is not waited for.
        var unused = asking.closeAsync();
        var unusedToo = hearing.closeAsync();
    }
}
