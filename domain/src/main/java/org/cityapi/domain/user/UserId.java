package org.cityapi.domain.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Names a user for good.
 *
 * @param value {@code usr_} and 32 hexadecimal digits
 */
public record UserId(String value) {

    /**
     * The id of whom an issuer calls by this subject (OpenID Connect Core 1.0, section 2): the pair alone tells people
     * apart. It is computed, so that every node knows it without asking.
     */
    public static UserId of(String issuer, String subject) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest((issuer + '\n' + subject).getBytes(StandardCharsets.UTF_8));
            return new UserId("usr_" + HexFormat.of().formatHex(Arrays.copyOf(digest, 16)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
