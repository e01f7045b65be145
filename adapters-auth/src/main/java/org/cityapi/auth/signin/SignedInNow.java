package org.cityapi.auth.signin;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.security.Secret;

/**
 * Somebody who came back from a provider and is signed in, on the way to his browser.
 *
 * @param provider by which he came
 * @param secret of the session that was opened
 * @param target the own path to go on with
 */
record SignedInNow(String provider, Secret secret, String target) implements Authentication, AuthenticationResponse {

    /** Nothing of whom it is: the session tells. */
    @Override
    public String getName() {
        return provider;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Optional<Authentication> getAuthentication() {
        return Optional.of(this);
    }
}
