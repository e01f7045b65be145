package org.cityapi.web.v2;

import jakarta.inject.Singleton;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.text.SortKey;
import org.cityapi.web.WebSettings;
import org.jspecify.annotations.Nullable;

/**
 * Places in a listing as text that a client can carry but not make: signed together with the listing it belongs to, so
 * that it is good for that one alone.
 */
@Singleton
final class Cursors {

    private static final String HMAC = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final byte FORWARDS = 1;
    private static final byte BACKWARDS = 2;

    private final SecretKeySpec key;

    Cursors(WebSettings settings) {
        this.key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** The cursor that leads to a stretch; its length is not told, for the request with the cursor says it. */
    String write(Scroll scroll, CityFilter filter, CitySort sort) {
        byte[] payload = payload(scroll.from(), scroll.backwards() ? BACKWARDS : FORWARDS);
        byte[] signed = Arrays.copyOf(sign(payload, filter, sort), SIGNATURE_BYTES + payload.length);
        System.arraycopy(payload, 0, signed, SIGNATURE_BYTES, payload.length);
        return encode(signed);
    }

    /**
     * The stretch that a cursor leads to; empty when it was not made here, for this listing.
     *
     * @param cursor one that {@link #isFormed}
     */
    Optional<Scroll> read(String cursor, CityFilter filter, CitySort sort, int limit) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(cursor);
            byte[] payload = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
            byte[] signature = Arrays.copyOf(signed, SIGNATURE_BYTES);
            if (!MessageDigest.isEqual(signature, sign(payload, filter, sort))) {
                return Optional.empty();
            }
            ByteBuffer rest = ByteBuffer.wrap(payload);
            boolean backwards = rest.get() == BACKWARDS;
            return Optional.of(new Scroll(placeIn(rest, sort.field()), backwards, limit));
        } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether a text could be a cursor of some listing, spelled as it was sent: base 64 knows several spellings. */
    boolean isFormed(String cursor) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(cursor);
            return signed.length > SIGNATURE_BYTES && encode(signed).equals(cursor);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static String encode(byte[] signed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
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

    private byte[] sign(byte[] payload, CityFilter filter, CitySort sort) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update("cursor of a listing of cities\n".getBytes(StandardCharsets.UTF_8));
            mac.update(name(filter, sort).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }

    /** The same text for the same listing, whatever the order of the parameters was. */
    private static String name(CityFilter filter, CitySort sort) {
        return new TreeSet<>(filter.countries()) + "|" + filter.minPopulation() + "|" + filter.maxPopulation() + "|"
                + sort.field().label() + "|" + sort.descending() + "\n";
    }
}
