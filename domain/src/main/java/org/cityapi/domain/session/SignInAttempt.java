package org.cityapi.domain.session;

import java.time.Instant;

/**
 * A sign-in that is under way: what must be remembered between the way to a provider and the way back (RFC 6749, section
 * 10.12; RFC 7636; OpenID Connect Core 1.0, section 15.5.2).
 *
 * @param state the digest of the {@code state} that goes to the provider and comes back; names the attempt
 * @param browser the digest of a secret that only the browser holds which began
 * @param provider the name of the provider
 * @param nonce what the ID token must repeat
 * @param verifier what proves to the provider that the code is redeemed by who asked for it
 * @param target the own path to go on with afterwards
 * @param startedAt when it began
 */
public record SignInAttempt(
        String state,
        String browser,
        String provider,
        String nonce,
        String verifier,
        String target,
        Instant startedAt) {

    /** Nothing of the secrets in it. */
    @Override
    public String toString() {
        return "sign-in by " + provider + " since " + startedAt;
    }
}
