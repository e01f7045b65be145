package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.time.Instant;

/**
 * What an authorization code stands for.
 *
 * @param callback the redirect address it was sent to
 * @param challenge of PKCE, by S256
 * @param at when the person signed in
 */
record LocalCode(String client, String callback, String challenge, String nonce, LocalPerson person, Instant at) {

    /** Whether whoever shows the code is who it was given to (RFC 6749, section 4.1.3; RFC 7636, section 4.6). */
    boolean isFor(String shownBy, AuthorizationCodeGrant grant) {
        return client.equals(shownBy)
                && grant.getRedirectionURI() != null
                && callback.equals(grant.getRedirectionURI().toString())
                && grant.getCodeVerifier() != null
                && challenge.equals(CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
                        .getValue());
    }
}
