package org.cityapi.domain.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.cityapi.domain.text.Digest;

/**
 * A value that proves something by being known. Stores keep its digest, so that who reads a store cannot use it.
 *
 * @param value as it is shown to its owner
 */
public record Secret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** One that nobody can guess: 256 random bits in 43 characters of base64url. */
    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 in 64 hexadecimal digits: with so many random bits, no salt is needed. */
    public String digest() {
        return Digest.of(value);
    }

    /** Nothing of the value: secrets find their way into logs by this method. */
    @Override
    public String toString() {
        return "Secret";
    }
}
