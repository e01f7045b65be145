package org.cityapi.domain.user;

import org.cityapi.domain.text.Digest;

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
        return new UserId("usr_" + Digest.of(issuer + '\n' + subject).substring(0, 32));
    }
}
