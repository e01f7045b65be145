package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lettuce.core.AclSetuserArgs;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.domain.limit.Quota;
import org.cityapi.domain.limit.Usage;
import org.cityapi.persistence.redis.RedisLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Whatever happens to Redis, each node answers without waiting for it, and is with the others again when it is back. */
class RedisInTroubleTest {

    private static final Quota MANY = new Quota("many", 1_000_000, Duration.ofSeconds(600));

    /** Milliseconds; the usual 20 are now and then too few for a busy machine. */
    private static final int PATIENCE = 100;

    private final int port = RedisServer.start();
    private final Wire wire = new Wire("localhost", port);
    private final String direct = "redis://localhost:" + port;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(RedisLink.class);
    private OnRedis node;

    enum Trouble {
        CUT {
            @Override
            void befall(Wire wire) {
                wire.cut();
            }
        },
        SILENT {
            @Override
            void befall(Wire wire) {
                wire.silence();
            }
        },
        SLOW {
            @Override
            void befall(Wire wire) {
                wire.slow(8 * PATIENCE);
            }
        },
        /** Who looks has the patience for it, who asks has not. */
        RATHER_SLOW {
            @Override
            void befall(Wire wire) {
                wire.slow(3 * PATIENCE / 4);
            }
        };

        abstract void befall(Wire wire);
    }

    @BeforeEach
    void start() {
        lines.start();
        log.addAppender(lines);
        node = new OnRedis("redis://localhost:" + wire.port(), PATIENCE);
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        wire.close();
        log.detachAppender(lines);
    }

    /** Waits until this node's uses are counted there; a question to it may go without an answer on a busy machine. */
    private void isCountedIn(String database) {
        Patience.await(() -> {
            take();
            AtomicInteger counted = new AtomicInteger();
            RedisServer.on(
                    database,
                    connection -> counted.set(
                            connection.sync().keys("city-api:limit:*").size()));
            return counted.get() == 1;
        });
    }

    private Usage take() {
        return node.limits().take("a", MANY);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void theNodeCountsByItselfWithoutWaitingAndIsBackByItself(Trouble trouble) {
        node.whenThere();
        int left = take().left();
        trouble.befall(wire);
        Patience.await(() -> {
            take();
            return !lines.list.isEmpty() && !node.link().isThere();
        });
        long unanswered = node.link().unanswered();
        long begin = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertThat(take().allowed()).isTrue();
        }
        // Most of them are not even asked; a bound that a busy machine keeps, and one who waits each time does not.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(node.link().unanswered()).isEqualTo(unanswered + 200);
        wire.mend();
        node.whenThere();
        Patience.await(() -> take().left() < left && node.link().unanswered() >= unanswered + 200);
        assertThat(lines.list.stream().filter(line -> line.getLevel().toString().equals("WARN")))
                .hasSize(1)
                .allSatisfy(
                        line -> assertThat(line.getFormattedMessage()).contains("localhost:" + wire.port(), "fails"));
        assertThat(lines.list.stream().filter(line -> line.getLevel().toString().equals("INFO")))
                .hasSize(1);
    }

    @Test
    void whatIsAwayAtTheStartIsFoundLater() throws IOException {
        node.close();
        wire.cut();
        node = new OnRedis("redis://localhost:" + wire.port(), PATIENCE);
        assertThat(take().allowed()).isTrue();
        Patience.await(() -> !lines.list.isEmpty());
        assertThat(node.link().isThere()).isFalse();
        wire.mend();
        node.whenThere();
        isCountedIn(direct);
    }

    @Test
    void aServerThatTakesNoWritesAndThenDoesIsToldOnce() throws InterruptedException {
        node.whenThere();
        RedisServer.on(direct, connection -> connection.sync().configSet("min-replicas-to-write", "1"));
        assertThat(take().left()).isEqualTo(MANY.uses() - 1);
        assertThat(take().left()).isEqualTo(MANY.uses() - 2);
        Thread.sleep(1_200);
        assertThat(take().left()).isEqualTo(MANY.uses() - 3);
        assertThat(node.link().isThere()).isFalse();
        assertThat(lines.list).hasSize(1);
        RedisServer.on(direct, connection -> connection.sync().configSet("min-replicas-to-write", "0"));
        Patience.await(() -> take().left() > 0 && node.link().isThere());
        assertThat(lines.list).hasSize(2);
    }

    @Test
    void whatSomebodyElseKeepsUnderItsNamesIsNoFault() {
        node.whenThere();
        RedisServer.on(direct, connection -> connection.sync().hset("city-api:limit:many:600:a", "not", "a number"));
        assertThat(take().left()).isEqualTo(MANY.uses() - 1);
        Patience.await(
                () -> node.limits().take("b", MANY).allowed() && node.link().isThere());
    }

    @Test
    void whoMayNotHearOfOthersStillCountsWithThem() {
        RedisServer.on(
                direct,
                connection -> connection
                        .sync()
                        .aclSetuser(
                                "deaf",
                                AclSetuserArgs.Builder.on()
                                        .nopass()
                                        .allKeys()
                                        .allCommands()
                                        .resetChannels()));
        node.close();
        node = new OnRedis("redis://deaf:any@localhost:" + wire.port(), PATIENCE);
        node.whenThere();
        take();
        Patience.await(() -> !lines.list.isEmpty());
        assertThat(lines.list).hasSize(1);
        assertThat(lines.list.get(0).getFormattedMessage())
                .contains("does not let this node hear of others", "NOPERM")
                .doesNotContain("any@");
        isCountedIn(direct);
    }

    @Test
    void afterItWasFlushedItCountsAnew() {
        node.whenThere();
        take();
        take();
        RedisServer.on(direct, connection -> connection.sync().flushall());
        assertThat(take().left()).isEqualTo(MANY.uses() - 1);
        assertThat(node.link().isThere()).isTrue();
    }

    @Test
    void whereAReplicaHasTakenOverItIsFoundAgain() {
        node.whenThere();
        int other = RedisServer.start();
        RedisServer.on(direct, connection -> connection.sync().replicaof("localhost", other));
        Patience.await(() -> {
            take();
            return !lines.list.isEmpty();
        });
        // The name that the node knows leads to the new one.
        wire.leadTo(other);
        node.whenThere();
        isCountedIn("redis://localhost:" + other);
        assertThat(lines.list).hasSize(2);
    }
}
