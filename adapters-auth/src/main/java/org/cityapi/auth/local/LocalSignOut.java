package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.List;
import java.util.Map;

/**
 * The end session endpoint (OpenID Connect RP-Initiated Logout 1.0): there is no session to end, so it sends people
 * back to the application, or tells them that they are signed out.
 */
final class LocalSignOut {

    private final LocalApplication application;
    private final LocalPages pages;

    LocalSignOut(LocalApplication application, LocalPages pages) {
        this.application = application;
        this.pages = pages;
    }

    HTTPResponse answer(LocalRequest request) {
        String next = request.parameter("post_logout_redirect_uri");
        if (!application.owns(next)) {
            return pages.signedOut(request.language());
        }
        String state = request.parameter("state");
        return LocalPages.redirect(next, state.isEmpty() ? Map.of() : Map.of("state", List.of(state)));
    }
}
