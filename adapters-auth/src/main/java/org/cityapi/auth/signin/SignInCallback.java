package org.cityapi.auth.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.AuthenticationResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cityapi.application.BrowserSessions;
import org.cityapi.application.SignIn;
import org.cityapi.auth.ProviderText;
import org.cityapi.auth.browser.BrowserCookies;
import org.cityapi.auth.browser.BrowserCookies.Kind;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.SignInFault;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.session.SignInAttempt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in a browser that comes back from a provider (OpenID Connect Core 1.0, section 3.1.2.5 and on). */
@Singleton
final class SignInCallback {

    private static final Logger LOG = LoggerFactory.getLogger(SignInCallback.class);

    /** For the provider's document and the code; keys that are fetched besides take half of five seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(2_500);

    /** For all of it: what is asked last, and could be done without, has what is left of it. */
    private static final Duration WHOLE = Duration.ofMillis(4_700);

    private static final Duration LEAST = Duration.ofMillis(100);

    /** What RFC 6749, section 4.1.2.1, and OpenID Connect Core 1.0, section 3.1.2.6, call errors; the rest is no word. */
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

    /** The errors that say that the provider, and not the person, could not. */
    private static final Set<String> AWAY = Set.of("server_error", "temporarily_unavailable");

    private final Attempts attempts;
    private final BrowserCookies cookies;
    private final SignIn signIn;
    private final BrowserSessions sessions;
    private final SecurityLog log;

    SignInCallback(
            Attempts attempts, BrowserCookies cookies, SignIn signIn, BrowserSessions sessions, SecurityLog log) {
        this.attempts = attempts;
        this.cookies = cookies;
        this.signIn = signIn;
        this.sessions = sessions;
        this.log = log;
    }

    AuthenticationResponse of(HttpRequest<?> request, ClientRegistration registration) {
        String provider = registration.provider().name();
        try {
            AuthorizationResponse back = AuthorizationResponse.of(request);
            SignInAttempt attempt = attempts.take(back.state(), cookies.secret(request, Kind.BROWSER), provider);
            SignIn.Proof proof = prove(back, attempt, registration);
            Secret former = cookies.secret(request, Kind.SESSION).orElse(null);
            Secret secret = signIn.accept(proof, client(request), former);
            forgetOld();
            return new SignedInNow(provider, secret, attempt.target());
        } catch (Rejection.AccountDisabled e) {
            request.setAttribute(CookieSweeper.ANOTHER_ACCOUNT, true);
            throw e;
        } catch (Rejection.SignInFailed e) {
            throw failed(provider, e.fault().key(), e);
        } catch (Rejection.InvalidToken e) {
            throw failed(provider, e.reason(), new Rejection.SignInFailed(SignInFault.UNTRUSTED));
        } catch (Rejection.Unavailable e) {
            throw e.needed() == Dependency.IDENTITY_PROVIDER ? failed(provider, "the provider is away", e) : e;
        }
    }

    private static SignIn.Proof prove(
            AuthorizationResponse back, SignInAttempt attempt, ClientRegistration registration) {
        long start = System.nanoTime();
        ProviderDocument document = registration.document();
        if (!isOf(back.issuer(), registration, document)) {
            throw new Rejection.InvalidToken("The answer is of another issuer (iss)");
        }
        if (back.error() != null) {
            throw declined(back.error(), registration.provider().issuer());
        }
        String code = back.code();
        if (code == null || code.isBlank()) {
            throw new Rejection.InvalidToken("The answer has no code");
        }
        CodeExchange.Tokens tokens = registration.exchange().redeem(code, attempt, document, left(PATIENCE, start));
        JWTClaimsSet claims = registration.idTokens().verify(tokens, attempt.nonce());
        JWTClaimsSet completed =
                registration.userInfo().completed(claims, tokens.access(), document, left(WHOLE, start));
        return registration.idTokens().of(completed, tokens);
    }

    private static Duration left(Duration whole, long start) {
        Duration left = whole.minusNanos(System.nanoTime() - start);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    /** Of what the provider says about it, a word of small letters, as all registered ones are, gets into the log. */
    private static Rejection declined(String error, String issuer) {
        boolean isWord = ERROR.matcher(error).matches();
        LOG.warn(
                "A sign-in by {} came back with an error: {}",
                issuer,
                isWord ? error : "one without a registered name");
        return new Rejection.SignInFailed(AWAY.contains(error) ? SignInFault.PROVIDER_AWAY : SignInFault.DECLINED);
    }

    /** RFC 9207, section 2.4: who names himself must be the one, and who says that he does must do so. */
    private static boolean isOf(@Nullable String issuer, ClientRegistration registration, ProviderDocument document) {
        return issuer == null
                ? !document.tellsIssuer()
                : issuer.equals(registration.provider().issuer());
    }

    private Rejection failed(String provider, String reason, Rejection rejection) {
        log.record(new SecurityEvent(
                SecurityEvent.Kind.SIGN_IN_FAILED, null, Map.of("provider", provider, "reason", reason)));
        return rejection;
    }

    private static String client(HttpRequest<?> request) {
        String name = ProviderText.name(request.getHeaders().get(HttpHeaders.USER_AGENT));
        return name == null ? "" : name;
    }

    /** Somebody is signed in, whether this works or not. */
    private void forgetOld() {
        try {
            sessions.forgetOld();
        } catch (Rejection.Unavailable later) {
            LOG.info("Sessions that are over are forgotten at the next sign-in");
        }
    }
}
