package org.cityapi.domain.session;

import org.cityapi.domain.security.Secret;

/**
 * Names a session; it opens nothing.
 *
 * @param value the digest of the session's secret, 64 hexadecimal digits
 */
public record SessionId(String value) {

    public static SessionId of(Secret secret) {
        return new SessionId(secret.digest());
    }
}
