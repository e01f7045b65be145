package org.cityapi.web.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array of any length in constant memory: its elements are fetched batch by batch, as the client takes them.
 *
 * @param <T> what is fetched
 */
@SuppressWarnings("JdkObsolete") // what Pieces asks for
public final class JsonArray<T> implements Enumeration<InputStream> {

    private final Function<T, byte[]> json;
    private final Function<T, List<T>> following;
    private final Semaphore turns;
    private final Supplier<List<T>> first;
    private @Nullable T last;
    private boolean ended;

    private JsonArray(
            Supplier<List<T>> first, Function<T, List<T>> following, Function<T, byte[]> json, Semaphore turns) {
        this.first = first;
        this.following = following;
        this.json = json;
        this.turns = turns;
    }

    /**
     * The array as a stream of UTF-8; its first batch is fetched at once.
     *
     * @param first fetches the first batch
     * @param following fetches the batch after the given element; empty at the end
     * @param json one element as UTF-8
     * @param turns how many arrays at a time may fetch and write a batch; others wait
     */
    public static <T> InputStream of(
            Supplier<List<T>> first, Function<T, List<T>> following, Function<T, byte[]> json, Semaphore turns) {
        return new Pieces(new JsonArray<>(first, following, json, turns));
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
        turns.acquireUninterruptibly();
        try {
            return new ByteArrayInputStream(piece(last == null ? first.get() : following.apply(last)));
        } finally {
            turns.release();
        }
    }

    /** Of the elements only the last is kept: many arrays may wait for their clients. */
    private byte[] piece(List<T> batch) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(batch.size() * 80 + 2);
        for (T element : batch) {
            text.write(last == null ? '[' : ',');
            last = element;
            text.writeBytes(json.apply(element));
        }
        if (batch.isEmpty()) {
            ended = true;
            text.writeBytes((last == null ? "[]" : "]").getBytes(StandardCharsets.US_ASCII));
        }
        return text.toByteArray();
    }
}
