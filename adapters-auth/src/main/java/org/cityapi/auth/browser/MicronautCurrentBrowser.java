package org.cityapi.auth.browser;

import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.cityapi.auth.Recognized;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.session.Session;

/** Finds the session in what Micronaut Security knows of the present request. */
@Singleton
final class MicronautCurrentBrowser implements CurrentBrowser {

    private final SecurityService security;
    private final CsrfTokens tokens;
    private final SecurityLog log;

    MicronautCurrentBrowser(SecurityService security, CsrfTokens tokens, SecurityLog log) {
        this.security = security;
        this.tokens = tokens;
        this.log = log;
    }

    @Override
    public Optional<Session> session() {
        return Recognized.in(security.getAuthentication()).map(Recognized::bySession);
    }

    @Override
    public Optional<String> formToken() {
        return session().map(session -> tokens.tokenFor(session.id()));
    }

    @Override
    public boolean proves(String formToken) {
        Session session = session().orElse(null);
        boolean proven = session != null && tokens.isFor(session.id(), formToken);
        if (!proven) {
            Map<String, String> reason = Map.of("reason", formToken.isEmpty() ? "no token" : "a wrong token");
            log.record(new SecurityEvent(
                    SecurityEvent.Kind.CSRF_REFUSED, session == null ? null : session.user(), reason));
        }
        return proven;
    }
}
