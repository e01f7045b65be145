package org.cityapi.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link KeptWrites} promises. */
public abstract class KeptWritesContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final UserId ADA = UserId.of("https://issuer.example", "ada");
    private static final IdempotencyKey KEY = new IdempotencyKey(ADA, "k\"e'y \\1");

    private Ports ports;
    private KeptWrites kept;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        kept = ports.keptWrites();
    }

    private void add(KeptWrite write) {
        ports.work().write(() -> {
            kept.add(write);
            return write;
        });
    }

    private static KeptWrite write(IdempotencyKey key, Instant at) {
        return new KeptWrite(key, "0123abcd", Long.MAX_VALUE, at);
    }

    @Test
    void aWriteIsFoundByItsKeyAsItWent() {
        assertThat(kept.find(KEY)).isEmpty();
        add(write(KEY, AT));
        assertThat(kept.find(KEY)).contains(write(KEY, AT));
    }

    @Test
    void aKeyIsItsCallersOwn() {
        IdempotencyKey other = new IdempotencyKey(UserId.of("https://issuer.example", "bob"), KEY.text());
        add(write(KEY, AT));
        assertThat(kept.find(other)).isEmpty();
        add(write(other, AT.plusMillis(1)));
        assertThat(kept.find(KEY)).contains(write(KEY, AT));
        assertThat(kept.find(new IdempotencyKey(ADA, "K\"E'Y \\1"))).isEmpty();
    }

    @Test
    void aKeyIsTakenOnce() {
        add(write(KEY, AT));
        assertThatThrownBy(() -> add(write(KEY, AT.plusMillis(1)))).isInstanceOf(Rejection.StillRunning.class);
        assertThat(kept.find(KEY)).contains(write(KEY, AT));
    }

    @Test
    void whatIsOldIsForgotten() {
        IdempotencyKey longest = new IdempotencyKey(ADA, "x".repeat(IdempotencyKey.MAX_LENGTH));
        add(write(KEY, AT));
        add(write(longest, AT.plusMillis(1)));
        ports.work().write(() -> {
            kept.forget(AT.plusMillis(1));
            return AT;
        });
        assertThat(kept.find(KEY)).isEmpty();
        assertThat(kept.find(longest)).contains(write(longest, AT.plusMillis(1)));
        add(write(KEY, AT));
        assertThat(kept.find(KEY)).isPresent();
    }

    @Test
    void nothingIsKeptOfWorkThatFails() {
        assertThatThrownBy(() -> ports.work().write(() -> {
                    kept.add(write(KEY, AT));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        assertThat(kept.find(KEY)).isEmpty();
        assertThatThrownBy(() -> kept.add(write(KEY, AT))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new IdempotencyKey(ADA, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
