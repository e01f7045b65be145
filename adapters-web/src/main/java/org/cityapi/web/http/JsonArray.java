package org.cityapi.web.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array of any length in constant memory: its elements are fetched batch by batch, as the client takes them.
 *
 * @param <T> what is fetched
 */
@SuppressWarnings("JdkObsolete") // what Pieces asks for
public final class JsonArray<T> implements Enumeration<InputStream> {

    /** How long the first batch waits for its turn: then nothing of the answer was sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Batches<T> batches;
    private final Function<T, byte[]> json;
    private final Semaphore turns;
    private @Nullable T last;
    private boolean begun;
    private boolean ended;

    private JsonArray(Batches<T> batches, Function<T, byte[]> json, Semaphore turns) {
        this.batches = batches;
        this.json = json;
        this.turns = turns;
    }

    /** Where the elements come from. */
    public interface Batches<T> {

        /** Fetches what follows an element, or the first where there was none; empty at the end. */
        List<T> after(@Nullable T last);

        /** Whether it is known that nothing follows what was fetched last. */
        boolean isOver();
    }

    /**
     * The array as a stream of UTF-8; its first batch is fetched at once.
     *
     * @param json one element as UTF-8
     * @param turns how many arrays at a time may fetch and write a batch; others wait
     * @throws Rejection.Unavailable when its turn does not come
     */
    public static <T> InputStream of(Batches<T> batches, Function<T, byte[]> json, Semaphore turns) {
        return new Pieces(new JsonArray<>(batches, json, turns));
    }

    @Override
    public boolean hasMoreElements() {
        return !ended;
    }

    @Override
    public InputStream nextElement() {
        if (ended) {
            throw new NoSuchElementException();
        }
        awaitTurn();
        try {
            return new ByteArrayInputStream(piece(batches.after(last)));
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        if (begun) {
            turns.acquireUninterruptibly();
            return;
        }
        try {
            if (turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Rejection.Unavailable(Dependency.EXPORT, new TimeoutException("Many read whole lists"));
    }

    /** Of the elements only the last is kept: many arrays may wait for their clients. */
    private byte[] piece(List<T> batch) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(batch.size() * 80 + 2);
        if (!begun) {
            text.write('[');
            begun = true;
        }
        for (T element : batch) {
            if (last != null) {
                text.write(',');
            }
            last = element;
            text.writeBytes(json.apply(element));
        }
        if (batch.isEmpty() || batches.isOver()) {
            text.write(']');
            ended = true;
        }
        return text.toByteArray();
    }
}
