package org.cityapi.auth.browser;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cityapi.auth.Recognized;
import org.cityapi.auth.Site;
import org.cityapi.auth.browser.BrowserCookies.Kind;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.UserId;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Refuses what another site makes a browser do (CSRF): a request that changes something and is authorised by a cookie
 * must come from a page of ours, and show the token that only such a page has.
 */
@Filter(Filter.MATCH_ALL_PATTERN)
final class CsrfFilter implements HttpServerFilter {

    private static final Set<HttpMethod> HARMLESS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    /** Guarded without a session, too: whoever signs out does so by himself. */
    private static final String SIGN_OUT = "/logout";

    /** Likewise: what somebody prefers is set for a year. */
    private static final String PREFERENCES = "/preferences";

    /** Shows what is sent to it again, and changes nothing: for whoever has signed in anew since he began to type. */
    private static final String SHOW_AGAIN = "/cities/form";

    /** Forms whose pages heed {@link CurrentBrowser#UNPROVEN}: nothing that was typed, or chosen, is lost. */
    private static final Pattern KEPT =
            Pattern.compile("/cities(/[1-9][0-9]*/(edit|cell/(name|population)))?|/imports/new/[1-9][0-9]*|/tokens");

    /** Takes a form in parts, whose fields are read as they come: its page judges the token before anything else. */
    private static final String IN_PARTS = "/imports/new";

    private final BrowserCookies cookies;
    private final CsrfTokens tokens;
    private final Site site;
    private final SecurityLog log;

    CsrfFilter(BrowserCookies cookies, CsrfTokens tokens, Site site, SecurityLog log) {
        this.cookies = cookies;
        this.tokens = tokens;
        this.site = site;
        this.log = log;
    }

    /** When it is known who asks, and nothing was done yet. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        boolean signsOut = request.getPath().equals(SIGN_OUT);
        boolean isGuarded = signsOut || request.getPath().equals(PREFERENCES);
        boolean showsOther = request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
        if (HARMLESS.contains(request.getMethod())
                || request.getPath().equals(SHOW_AGAIN)
                || (showsOther && !isGuarded)
                || ApiPaths.isProgram(request)
                || !(isGuarded || cookies.isPresent(request, Kind.SESSION))) {
            return chain.proceed(request);
        }
        if (!isFromOurPage(request.getHeaders())) {
            return refused(request, "another origin");
        }
        // Who was signed out meanwhile is told so, and no attacker is suspected: nothing can be done in his name.
        Optional<Secret> secret = cookies.secret(request, Kind.SESSION);
        // Beside other credentials nobody has looked at the session, which may well be alive.
        if (secret.isEmpty() || (bySession(request).isEmpty() && !showsOther)) {
            return chain.proceed(request);
        }
        if (isProvenLater(request)) {
            request.setAttribute(CurrentBrowser.UNPROVEN, true);
            return chain.proceed(request);
        }
        SessionId session = SessionId.of(secret.get());
        return SentCsrfToken.in(request)
                .map(token -> tokens.isFor(session, token) ? "" : "a wrong token")
                .defaultIfEmpty("no token")
                .flatMap(fault -> Mono.from(
                        fault.isEmpty() || isShownAgain(request, fault)
                                ? chain.proceed(request)
                                : refused(request, fault)));
    }

    private static boolean isProvenLater(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.POST
                && request.getPath().equals(IN_PARTS)
                && !request.getHeaders().contains(SentCsrfToken.HEADER)
                && request.getContentType()
                        .filter(MediaType.MULTIPART_FORM_DATA_TYPE::equals)
                        .isPresent();
    }

    /** Whether a form of ours that is not proven is one that is shown again, to be sent with a proof. */
    private boolean isShownAgain(HttpRequest<?> request, String reason) {
        boolean again = KEPT.matcher(request.getPath()).matches()
                && request.getContentType()
                        .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                        .isPresent();
        if (again) {
            request.setAttribute(CurrentBrowser.UNPROVEN, true);
            record(request, reason);
        }
        return again;
    }

    private boolean isFromOurPage(HttpHeaders headers) {
        return headers.getAll(FETCH_SITE).stream().allMatch(OWN::contains)
                && headers.getAll(HttpHeaders.ORIGIN).stream().allMatch(site::isOrigin);
    }

    private Mono<MutableHttpResponse<?>> refused(HttpRequest<?> request, String reason) {
        record(request, reason);
        return Mono.error(new Rejection.CsrfRefused(reason));
    }

    private void record(HttpRequest<?> request, String reason) {
        UserId user = bySession(request).map(found -> found.actor().userId()).orElse(null);
        SecurityEvent event = new SecurityEvent(SecurityEvent.Kind.CSRF_REFUSED, user, Map.of("reason", reason));
        // A form that comes late is read on a thread that does not know for which request.
        ServerRequestContext.with(request, () -> log.record(event));
    }

    private static Optional<Recognized> bySession(HttpRequest<?> request) {
        return Recognized.in(request.getUserPrincipal(Authentication.class));
    }
}
