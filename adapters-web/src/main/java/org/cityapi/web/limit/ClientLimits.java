package org.cityapi.web.limit;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Map;
import java.util.regex.Pattern;
import org.cityapi.domain.limit.Quota;
import org.cityapi.domain.limit.RateLimits;
import org.cityapi.domain.limit.Usage;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.user.UserId;
import org.cityapi.web.client.Clients;
import org.cityapi.web.http.Paths;
import org.cityapi.web.http.Preflights;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of each client: of a user where he is known, else of an address; never by what a request says of
 * itself. Health checks, preflights and the files that pages need are free.
 */
@Singleton
public final class ClientLimits {

    private static final String ATTRIBUTE = "org.cityapi.counted";
    private static final String TOLD = "org.cityapi.counted.told";
    private static final String RECOGNIZED = "org.cityapi.counted.recognized";

    /** A cookie that may be a session's, by the form of its value. */
    private static final Pattern SESSION = Pattern.compile("=\"?[A-Za-z0-9_-]{43}\"?\\s*(;|$)");

    private final LimitSettings.@Nullable Quotas quotas;
    private final RateLimits limits;
    private final Clients clients;
    private final SecurityLog log;

    ClientLimits(LimitSettings settings, RateLimits limits, Clients clients, SecurityLog log) {
        this.quotas = settings.quotas().orElse(null);
        this.limits = limits;
        this.clients = clients;
        this.log = log;
    }

    /** Whether counting may take a moment, for which no connection's thread is to wait. */
    boolean mayWait() {
        return quotas != null && limits.mayWait();
    }

    /**
     * Before anybody looks at a token: counts who shows none, and lets nobody try more of them than the quota.
     *
     * @throws HttpStatusException (429) when the quota is used up
     */
    void enter(HttpRequest<?> request) {
        if (quotas == null || isFree(request)) {
            return;
        }
        if (isSignIn(request)) {
            count(request, quotas.signIn(), address(request), null);
        } else if (showsToken(request)) {
            refuseIfUsedUp(request, quotas.signIn());
        }
        if (!showsSomething(request)) {
            count(request, quotas.anonymous(), address(request), null);
        }
    }

    /**
     * When it is known who asks, or that nobody can be made out: counts who was not counted yet.
     *
     * @throws HttpStatusException (429) when the quota is used up
     */
    public void recognize(HttpRequest<?> request) {
        if (quotas == null
                || isFree(request)
                || !showsSomething(request)
                || request.getAttribute(RECOGNIZED).isPresent()) {
            return;
        }
        request.setAttribute(RECOGNIZED, true);
        Principal user = request.getUserPrincipal().orElse(null);
        if (user == null) {
            count(request, quotas.anonymous(), address(request), null);
        } else {
            count(request, quotas.signedIn(), "user:" + user.getName(), new UserId(user.getName()));
        }
    }

    /** In how many seconds a client that was refused may go on; 0 for who was not counted. */
    public long wait(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Counted.class)
                .map(Counted::seconds)
                .orElse(0L);
    }

    /** Tells on an answer what is left, and counts a refused token; an answer may come twice. */
    public void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (quotas == null || isFree(request)) {
            return;
        }
        Counted counted = request.getAttribute(ATTRIBUTE, Counted.class).orElse(null);
        if (showsSomething(request) && request.getAttribute(TOLD).isEmpty()) {
            request.setAttribute(TOLD, true);
            if (showsToken(request) && isRefusal(response)) {
                limits.take(key(quotas.signIn(), address(request)), quotas.signIn());
            }
            if (counted == null) {
                // Refused before anybody was known.
                Usage usage = limits.take(key(quotas.anonymous(), address(request)), quotas.anonymous());
                counted = new Counted(quotas.anonymous(), usage);
                request.setAttribute(ATTRIBUTE, counted);
            }
        }
        if (counted != null) {
            counted.tell(response);
        }
    }

    private void count(HttpRequest<?> request, Quota quota, String client, @Nullable UserId user) {
        Usage usage = limits.take(key(quota, client), quota);
        request.setAttribute(ATTRIBUTE, new Counted(quota, usage));
        if (!usage.allowed()) {
            throw refusal(request, quota, client, user);
        }
    }

    private void refuseIfUsedUp(HttpRequest<?> request, Quota quota) {
        String client = address(request);
        Usage usage = limits.look(key(quota, client), quota);
        if (!usage.allowed()) {
            request.setAttribute(ATTRIBUTE, new Counted(quota, usage));
            throw refusal(request, quota, client, null);
        }
    }

    /** Told once in a window: a flood of requests makes no flood of lines. */
    private HttpStatusException refusal(HttpRequest<?> request, Quota quota, String client, @Nullable UserId user) {
        Quota once = new Quota("told", 1, quota.window());
        if (limits.take(key(once, key(quota, client)), once).allowed()) {
            SecurityEvent event = new SecurityEvent(
                    SecurityEvent.Kind.RATE_LIMITED, user, Map.of("policy", quota.name(), "client", client));
            // Tokens are looked at on threads that do not know for which request.
            ServerRequestContext.with(request, () -> log.record(event));
        }
        return new HttpStatusException(HttpStatus.TOO_MANY_REQUESTS, quota.name());
    }

    private String address(HttpRequest<?> request) {
        return "address:" + clients.name(request);
    }

    private static String key(Quota quota, String client) {
        return quota.name() + ' ' + client;
    }

    /**
     * Browsers ask before a request without saying for whom, and would use up the quota of the address that he may be signed
     * in at. The page that tells somebody to wait needs its style.
     */
    private static boolean isFree(HttpRequest<?> request) {
        return Paths.isHealth(request.getPath())
                || (Preflights.isOne(request) && !showsSomething(request))
                || (Paths.isAsset(request.getPath()) && !showsToken(request));
    }

    private static boolean isSignIn(HttpRequest<?> request) {
        return request.getPath().startsWith("/oauth/");
    }

    /** Whether an answer says that a token is no good, or cannot be read. */
    private static boolean isRefusal(HttpResponse<?> response) {
        return response.code() == HttpStatus.UNAUTHORIZED.getCode()
                || (response.code() == HttpStatus.BAD_REQUEST.getCode()
                        && response.getHeaders().contains(HttpHeaders.WWW_AUTHENTICATE));
    }

    private static boolean showsToken(HttpRequest<?> request) {
        return request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
    }

    private static boolean showsSomething(HttpRequest<?> request) {
        return showsToken(request)
                || request.getHeaders().getAll(HttpHeaders.COOKIE).stream()
                        .anyMatch(cookies -> SESSION.matcher(cookies).find());
    }
}
