package org.cityapi.persistence;

import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A real Redis cluster of this process: servers that share the keys, each with another one that follows it. */
final class RedisCluster {

    private static final int SLOTS = 16_384;

    private final List<Integer> ports = new ArrayList<>();

    /** @param servers that share the keys */
    static RedisCluster start(int servers) {
        RedisCluster cluster = new RedisCluster();
        for (int i = 0; i < 2 * servers; i++) {
            int port = RedisServer.startForCluster();
            cluster.ports.add(port);
            on(port, node -> node.clusterMeet("127.0.0.1", cluster.ports.get(0)));
        }
        for (int i = 0; i < servers; i++) {
            int begin = SLOTS * i / servers;
            int end = SLOTS * (i + 1) / servers;
            on(
                    cluster.ports.get(i),
                    node -> node.clusterAddSlots(IntStream.range(begin, end).toArray()));
        }
        cluster.awaitAgreement(servers);
        for (int i = 0; i < servers; i++) {
            String leader = ask(cluster.ports.get(i));
            on(cluster.ports.get(servers + i), node -> node.clusterReplicate(leader));
        }
        cluster.awaitAgreement(servers);
        return cluster;
    }

    private static String ask(int port) {
        List<String> id = new ArrayList<>();
        on(port, node -> id.add(node.clusterMyId()));
        return id.get(0);
    }

    private static void on(int port, Consumer<RedisCommands<String, String>> work) {
        RedisServer.on("redis://localhost:" + port, connection -> work.accept(connection.sync()));
    }

    /** Waits until each knows each other one, and where each key is. */
    private void awaitAgreement(int servers) {
        for (int port : ports) {
            Patience.await(() -> {
                List<String> found = new ArrayList<>();
                on(port, node -> found.add(node.clusterInfo() + node.clusterNodes()));
                return found.get(0).contains("cluster_state:ok")
                        && found.get(0).contains("cluster_size:" + servers)
                        && ports.stream().allMatch(other -> found.get(0).contains(":" + other + "@"));
            });
        }
    }

    /** As a value of {@code REDIS_URL}. */
    String address() {
        return ports.stream().map(port -> "redis://localhost:" + port).collect(Collectors.joining(","));
    }

    /** Ends the server that has the key, at once; the one that follows it takes over some time later. */
    void loseServerOf(String key) {
        int lost = placeOf(key);
        try {
            on(lost, node -> node.shutdown(false));
        } catch (RedisException ended) {
            // It says nothing any more.
        }
        ports.remove((Integer) lost);
    }

    /** Some servers send whoever asks them to the one that has the key; that one answers. */
    private int placeOf(String key) {
        for (int port : ports) {
            List<Boolean> found = new ArrayList<>();
            on(port, node -> {
                try {
                    found.add(!"slave".equals(node.role().get(0)) && node.exists(key) >= 0);
                } catch (RedisException moved) {
                    found.add(false);
                }
            });
            if (found.get(0)) {
                return port;
            }
        }
        throw new IllegalStateException("Nobody has " + key);
    }
}
