package org.cityapi.web.v2;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.web.WebSettings;
import org.cityapi.web.http.QueryParameters;

/**
 * Places in listings as text that a client can carry but not make: signed together with the listing they belong to, so
 * that each is good for that one alone.
 */
@Singleton
final class SignedCursors {

    private static final String HMAC = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    private final List<SecretKeySpec> keys;

    SignedCursors(WebSettings settings) {
        keys = settings.keys().stream()
                .map(key -> new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC))
                .toList();
    }

    /**
     * The cursor that says a place.
     *
     * @param listing the same text for the same listing, another for each other
     * @param place at least one byte
     */
    String write(String listing, byte[] place) {
        byte[] signed = Arrays.copyOf(sign(keys.get(0), listing, place), SIGNATURE_BYTES + place.length);
        System.arraycopy(place, 0, signed, SIGNATURE_BYTES, place.length);
        return encode(signed);
    }

    /**
     * The place that a cursor says; empty when it was not made here, for this listing.
     *
     * @param cursor one that {@link #isFormed}
     */
    Optional<byte[]> read(String listing, String cursor) {
        byte[] signed = Base64.getUrlDecoder().decode(cursor);
        byte[] place = Arrays.copyOfRange(signed, SIGNATURE_BYTES, signed.length);
        byte[] signature = Arrays.copyOf(signed, SIGNATURE_BYTES);
        boolean ours = keys.stream().anyMatch(key -> MessageDigest.isEqual(signature, sign(key, listing, place)));
        return ours ? Optional.of(place) : Optional.empty();
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

    /** The cursor that says a place which is a number. */
    String write(String listing, long place) {
        return write(listing, ByteBuffer.allocate(Long.BYTES).putLong(place).array());
    }

    /** The number that the parameter {@code cursor} says; empty, and noted, when it was not made here, for this listing. */
    Optional<Long> number(String listing, QueryParameters parameters) {
        Optional<String> cursor = parameters.text("cursor");
        Optional<Long> number = cursor.filter(this::isFormed)
                .flatMap(formed -> read(listing, formed))
                .map(place -> ByteBuffer.wrap(place).getLong());
        if (cursor.isPresent() && number.isEmpty()) {
            parameters.violations().add("cursor", Fault.CURSOR);
        }
        return number;
    }

    private static String encode(byte[] signed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    private static byte[] sign(SecretKeySpec key, String listing, byte[] place) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(("cursor of a listing of " + listing + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(place), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}
