package org.cityapi.web.v2;

import jakarta.inject.Singleton;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.text.SortKey;
import org.jspecify.annotations.Nullable;

/** Places in a listing of cities as cursors, which are good for that listing alone. */
@Singleton
final class Cursors {

    private static final byte FORWARDS = 1;
    private static final byte BACKWARDS = 2;

    private final SignedCursors signed;

    Cursors(SignedCursors signed) {
        this.signed = signed;
    }

    /** The cursor that leads to a stretch; its length is not told, for the request with the cursor says it. */
    String write(Scroll scroll, CityFilter filter, CitySort sort) {
        return signed.write(name(filter, sort), payload(scroll.from(), scroll.backwards() ? BACKWARDS : FORWARDS));
    }

    /**
     * The stretch that a cursor leads to; empty when it was not made here, for this listing.
     *
     * @param cursor one that {@link #isFormed}
     */
    Optional<Scroll> read(String cursor, CityFilter filter, CitySort sort, int limit) {
        return signed.read(name(filter, sort), cursor).flatMap(payload -> scroll(payload, sort, limit));
    }

    private static Optional<Scroll> scroll(byte[] payload, CitySort sort, int limit) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(payload);
            boolean backwards = rest.get() == BACKWARDS;
            return Optional.of(new Scroll(placeIn(rest, sort.field()), backwards, limit));
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether a text could be a cursor of some listing. */
    boolean isFormed(String cursor) {
        return signed.isFormed(cursor);
    }

    private static byte[] payload(@Nullable Position place, byte direction) {
        if (place == null) {
            return new byte[] {direction};
        }
        byte[] sortKey = bytesOf(place.key());
        return ByteBuffer.allocate(1 + Long.BYTES + sortKey.length)
                .put(direction)
                .putLong(place.id().value())
                .put(sortKey)
                .array();
    }

    private static @Nullable Position placeIn(ByteBuffer rest, SortField field) {
        if (!rest.hasRemaining()) {
            return null;
        }
        CityId id = new CityId(rest.getLong());
        byte[] sortKey = new byte[rest.remaining()];
        rest.get(sortKey);
        return new Position(keyOf(field, sortKey), id);
    }

    private static byte[] bytesOf(Comparable<?> sortKey) {
        if (sortKey instanceof SortKey name) {
            return name.bytes();
        }
        return sortKey.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Comparable<?> keyOf(SortField field, byte[] bytes) {
        if (field.keyType() == SortKey.class) {
            return SortKey.ofBytes(bytes);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return field.keyType() == Long.class ? (Comparable<?>) Long.valueOf(text) : text;
    }

    /** The same text for the same listing, whatever the order of the parameters was. */
    private static String name(CityFilter filter, CitySort sort) {
        return "cities\n" + new TreeSet<>(filter.countries()) + "|" + filter.minPopulation() + "|"
                + filter.maxPopulation() + "|" + sort.field().label() + "|" + sort.descending();
    }
}
