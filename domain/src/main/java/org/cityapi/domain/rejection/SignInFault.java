package org.cityapi.domain.rejection;

import java.util.Locale;

/** Why a sign-in with a browser did not come to its end. */
public enum SignInFault {
    /** The way back fits to no sign-in that this browser began, or to one that is over. */
    UNKNOWN_ATTEMPT,
    /** The person, or the provider, said no. */
    DECLINED,
    /** The provider says that it could not, for now (RFC 6749, section 4.1.2.1). */
    PROVIDER_AWAY,
    /** What the provider says of the person cannot be trusted: a signature, an issuer, a nonce is wrong. */
    UNTRUSTED;

    /** {@code unknown_attempt} and so on: a message key in every language. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
