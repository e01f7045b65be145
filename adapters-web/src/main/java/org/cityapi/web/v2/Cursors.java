package org.cityapi.web.v2;

import jakarta.inject.Singleton;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Relevance;
import org.cityapi.domain.text.SortKey;
import org.jspecify.annotations.Nullable;

/** Places in a listing of cities as cursors, which are good for that listing alone. */
@Singleton
public final class Cursors {

    private static final byte FORWARDS = 1;
    private static final byte BACKWARDS = 2;

    private final SignedCursors signed;

    Cursors(SignedCursors signed) {
        this.signed = signed;
    }

    /** The cursor that leads to a stretch; its length is not told, for the request with the cursor says it. */
    public String write(Scroll scroll, CityQuery query) {
        return signed.write(name(query), payload(scroll.from(), scroll.backwards() ? BACKWARDS : FORWARDS));
    }

    /**
     * The stretch that a cursor leads to; empty when it was not made here, for this listing.
     *
     * @param cursor one that {@link #isFormed}
     */
    public Optional<Scroll> read(String cursor, CityQuery query, int limit) {
        return signed.read(name(query), cursor).flatMap(payload -> scroll(payload, query, limit));
    }

    private static Optional<Scroll> scroll(byte[] payload, CityQuery query, int limit) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(payload);
            boolean backwards = rest.get() == BACKWARDS;
            return Optional.of(new Scroll(placeIn(rest, query), backwards, limit));
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether a text could be a cursor of some listing. */
    public boolean isFormed(String cursor) {
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

    private static @Nullable Position placeIn(ByteBuffer rest, CityQuery query) {
        if (!rest.hasRemaining()) {
            return null;
        }
        CityId id = new CityId(rest.getLong());
        byte[] sortKey = new byte[rest.remaining()];
        rest.get(sortKey);
        return new Position(keyOf(query, sortKey), id);
    }

    private static byte[] bytesOf(Comparable<?> sortKey) {
        if (sortKey instanceof SortKey name) {
            return name.bytes();
        } else if (sortKey instanceof Relevance relevance) {
            return (relevance.rank() + " " + relevance.within()).getBytes(StandardCharsets.UTF_8);
        }
        return sortKey.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Comparable<?> keyOf(CityQuery query, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (query.isByRelevance()) {
            int rank = text.indexOf(' ');
            return new Relevance(Integer.parseInt(text.substring(0, rank)), Double.parseDouble(text.substring(rank)));
        } else if (query.isByDistance()) {
            return Double.valueOf(text);
        }
        SortField field = query.fieldSort().field();
        if (field.keyType() == SortKey.class) {
            return SortKey.ofBytes(bytes);
        }
        return field.keyType() == Long.class ? (Comparable<?>) Long.valueOf(text) : text;
    }

    /** The same text for the same listing, whatever the order of the parameters was. */
    private static String name(CityQuery query) {
        CityFilter filter = query.filter();
        CitySort field = query.fieldSort();
        String sort = query.isByRelevance() || query.isByDistance()
                ? "best"
                : field.field().label() + "|" + field.descending();
        BoundingBox box = filter.box();
        Circle circle = filter.circle();
        String countries =
                filter.countries().stream().map(CountryCode::value).sorted().collect(Collectors.joining(","));
        return String.join(
                "|",
                "cities\n" + countries,
                String.valueOf(filter.minPopulation()),
                String.valueOf(filter.maxPopulation()),
                box == null ? "" : name(box.southWest()) + "," + name(box.northEast()),
                circle == null ? "" : name(circle.center()) + "," + circle.radiusKm(),
                filter.unplaced() ? "unplaced" : "",
                query.near() == null ? "" : name(query.near()),
                sort,
                query.text() == null ? "" : query.text().key().value());
    }

    private static String name(Coordinates place) {
        return place.latitudeE6() + "," + place.longitudeE6();
    }
}
