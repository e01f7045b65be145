package org.cityapi.auth;

import io.micronaut.security.authentication.AuthenticationException;

/**
 * A bearer token that is refused: the error {@code invalid_token} of RFC 6750, section 3.1. The message is its
 * {@code error_description}; it never repeats anything of the token.
 */
public final class InvalidToken extends AuthenticationException {

    InvalidToken(String description) {
        super(description);
    }

    /** The value of the header {@code WWW-Authenticate} that answers it (RFC 6750, section 3). */
    public String challenge() {
        return "Bearer error=\"invalid_token\", error_description=\"" + getMessage() + '"';
    }

    /** Anybody can cause these, as often as he likes: they carry no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
