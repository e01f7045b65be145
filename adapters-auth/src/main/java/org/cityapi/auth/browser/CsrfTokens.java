package org.cityapi.auth.browser;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.cityapi.auth.browser.Seals.Use;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.session.SessionId;

/** Makes and judges the tokens of forms: signed, and each for one session (OWASP: signed double-submit). */
@Singleton
final class CsrfTokens {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}");

    private final Seals seals;

    CsrfTokens(Seals seals) {
        this.seals = seals;
    }

    /** A new one each time: pages that are compressed with it in them betray nothing (BREACH). */
    String tokenFor(SessionId session) {
        String random = Secret.random().value();
        return random + '.' + seals.seal(Use.FORM, session.value() + '.' + random);
    }

    boolean isFor(SessionId session, String token) {
        if (!FORM.matcher(token).matches()) {
            return false;
        }
        int dot = token.indexOf('.');
        return seals.isSealed(Use.FORM, session.value() + '.' + token.substring(0, dot), token.substring(dot + 1));
    }
}
