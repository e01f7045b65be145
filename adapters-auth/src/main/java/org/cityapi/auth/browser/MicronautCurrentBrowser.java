package org.cityapi.auth.browser;

import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.cityapi.auth.Recognized;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.session.Session;

/** Finds the session in what Micronaut Security knows of the present request. */
@Singleton
final class MicronautCurrentBrowser implements CurrentBrowser {

    private final SecurityService security;
    private final CsrfTokens tokens;

    MicronautCurrentBrowser(SecurityService security, CsrfTokens tokens) {
        this.security = security;
        this.tokens = tokens;
    }

    @Override
    public Optional<Session> session() {
        return Recognized.in(security.getAuthentication()).map(Recognized::bySession);
    }

    @Override
    public Optional<String> formToken() {
        return session().map(session -> tokens.tokenFor(session.id()));
    }
}
