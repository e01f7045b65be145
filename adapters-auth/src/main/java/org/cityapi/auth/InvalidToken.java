package org.cityapi.auth;

import io.micronaut.security.authentication.AuthenticationException;

/**
 * A bearer token that is refused: the error {@code invalid_token} of RFC 6750, section 3.1. The message is its
 * {@code error_description}, in the characters allowed there; it never repeats anything of the token.
 */
final class InvalidToken extends AuthenticationException {

    InvalidToken(String description) {
        super(description);
    }

    /** Anybody can cause these, as often as he likes: they carry no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
