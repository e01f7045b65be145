package org.cityapi.auth;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.user.User;

/**
 * The providers that are set now. What was given out to a user while another one was set, a session or an API token, counts
 * no longer: nobody vouches for him.
 */
@Singleton
public final class KnownIssuers {

    /** Where local mode's providers are: each node has one of its own, and what one node gives out is good on the others. */
    private static final Pattern LOCAL = Pattern.compile("http://localhost:\\d+/local");

    private final Set<String> urls;
    private final boolean isLocalMode;

    KnownIssuers(Collection<TrustedIssuer> issuers, Collection<SignInProvider> providers) {
        urls = Stream.concat(
                        issuers.stream().map(TrustedIssuer::url),
                        providers.stream().map(SignInProvider::issuer))
                .collect(Collectors.toUnmodifiableSet());
        isLocalMode = providers.stream().anyMatch(SignInProvider::isLocal);
    }

    /** Whether a user is of one of them. */
    public boolean vouchFor(User user) {
        return urls.contains(user.issuer())
                || (isLocalMode && LOCAL.matcher(user.issuer()).matches());
    }
}
