package org.cityapi.web.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array of any length in constant memory: its elements are fetched batch by batch, as the client takes them.
 *
 * @param <T> what is fetched
 */
@SuppressWarnings("JdkObsolete") // what Pieces asks for
public final class JsonArray<T> implements Enumeration<InputStream> {

    private final Function<T, byte[]> json;
    private final UnaryOperator<List<T>> following;
    private @Nullable List<T> batch;
    private boolean begun;

    private JsonArray(List<T> first, UnaryOperator<List<T>> following, Function<T, byte[]> json) {
        this.batch = first;
        this.following = following;
        this.json = json;
    }

    /**
     * The array as a stream of UTF-8.
     *
     * @param first the first batch
     * @param following fetches the batch after the given one, which is not empty; empty at the end
     * @param json one element as UTF-8
     */
    public static <T> InputStream of(List<T> first, UnaryOperator<List<T>> following, Function<T, byte[]> json) {
        return new Pieces(new JsonArray<>(first, following, json));
    }

    @Override
    public boolean hasMoreElements() {
        return batch != null;
    }

    @Override
    public InputStream nextElement() {
        List<T> present = batch;
        if (present == null) {
            throw new NoSuchElementException();
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream(present.size() * 80 + 2);
        for (T element : present) {
            text.write(begun ? ',' : '[');
            begun = true;
            text.writeBytes(json.apply(element));
        }
        batch = present.isEmpty() ? null : following.apply(present);
        if (batch == null) {
            text.writeBytes((begun ? "]" : "[]").getBytes(StandardCharsets.US_ASCII));
        }
        return new ByteArrayInputStream(text.toByteArray());
    }
}
