package org.cityapi.auth;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.user.User;

/**
 * The providers that are set now. What was given out to a user while another one was set, a session or an API token, counts
 * no longer: nobody vouches for him.
 */
@Singleton
public final class KnownIssuers {

    private final Set<String> urls;

    KnownIssuers(Collection<TrustedIssuer> issuers, Collection<SignInProvider> providers) {
        urls = Stream.concat(
                        issuers.stream().map(TrustedIssuer::url),
                        providers.stream().map(SignInProvider::issuer))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a user is of one of them. */
    public boolean vouchFor(User user) {
        return urls.contains(user.issuer());
    }
}
