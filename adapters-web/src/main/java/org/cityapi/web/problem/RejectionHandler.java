package org.cityapi.web.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.city.City;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.User;
import org.cityapi.web.AnswerHeaders;
import org.cityapi.web.Languages;
import org.cityapi.web.RequestId;
import org.cityapi.web.VersionOne;
import org.cityapi.web.http.ETags;
import org.cityapi.web.limit.ClientLimits;
import org.cityapi.web.v2.CityV2;
import org.cityapi.web.v2.UserV2;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns each kind of refusal of the domain into its status: the one place where that is decided. */
@Singleton
final class RejectionHandler implements ExceptionHandler<Rejection, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(RejectionHandler.class);
    private static final String RETRY_SECONDS = "2";
    private static final String STREAM_SECONDS = "30";

    private final Answers answers;
    private final Refusals refusals;
    private final ClientLimits limits;

    RejectionHandler(Answers answers, Refusals refusals, ClientLimits limits) {
        this.answers = answers;
        this.refusals = refusals;
        this.limits = limits;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's signature
    public HttpResponse<?> handle(HttpRequest request, Rejection rejection) {
        HttpRequest<?> asked = request;
        if (isOneTooMany(asked, rejection)) {
            Map<String, Object> values = Map.of("seconds", limits.wait(asked));
            int status = HttpStatus.TOO_MANY_REQUESTS.getCode();
            return answers.fill(asked, Refusal.of(status, "problem.too-many-requests.text", values), HttpResponse.ok());
        }
        MutableHttpResponse<?> response = HttpResponse.ok();
        addHeaders(asked, rejection, response);
        refusals.record(asked, rejection);
        return answers.fill(asked, refusal(asked, rejection), response);
    }

    /** Whoever is refused before he is made out is counted here; bad tokens have a quota of their own. */
    private boolean isOneTooMany(HttpRequest<?> request, Rejection rejection) {
        if (rejection instanceof Rejection.InvalidToken || rejection instanceof Rejection.UnreadableCredentials) {
            return false;
        }
        try {
            limits.recognize(request);
            return false;
        } catch (HttpStatusException usedUp) {
            return true;
        }
    }

    private static Refusal refusal(HttpRequest<?> request, Rejection rejection) {
        if (rejection instanceof Rejection.NotSignedIn) {
            return Refusal.of(HttpStatus.UNAUTHORIZED.getCode(), "rejection.not_signed_in");
        } else if (rejection instanceof Rejection.InvalidToken) {
            return Refusal.of(HttpStatus.UNAUTHORIZED.getCode(), "rejection.invalid_token");
        } else if (rejection instanceof Rejection.UnreadableCredentials) {
            return Refusal.of(HttpStatus.BAD_REQUEST.getCode(), "rejection.unreadable_credentials");
        } else if (rejection instanceof Rejection.Forbidden forbidden) {
            Map<String, Object> values = Map.of("permission", forbidden.permission());
            return Refusal.of(HttpStatus.FORBIDDEN.getCode(), "rejection.forbidden", values);
        } else if (rejection instanceof Rejection.Invalid invalid) {
            return new Refusal(
                    HttpStatus.BAD_REQUEST.getCode(), "rejection.invalid", Map.of(), invalid.violations(), null);
        } else if (rejection instanceof Rejection.NotFound notFound) {
            return absent(HttpStatus.NOT_FOUND, "rejection.not_found.", notFound.thing());
        } else if (rejection instanceof Rejection.Gone gone) {
            HttpStatus status = VersionOne.answers(request) ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
            return absent(status, "rejection.gone.", gone.thing());
        } else if (rejection instanceof Rejection.PreconditionRequired) {
            return Refusal.of(HttpStatus.PRECONDITION_REQUIRED.getCode(), "rejection.precondition_required");
        } else if (rejection instanceof Rejection.Stale stale) {
            return stale(request, stale.current());
        } else if (rejection instanceof Rejection.Absent) {
            return Refusal.of(HttpStatus.PRECONDITION_FAILED.getCode(), "rejection.absent");
        } else if (rejection instanceof Rejection.Taken taken) {
            Map<String, Object> values = Map.of("field", taken.field(), "value", taken.value());
            return Refusal.of(HttpStatus.CONFLICT.getCode(), "rejection.taken", values);
        } else if (rejection instanceof Rejection.WrongState wrong) {
            Map<String, Object> values = Map.of("id", wrong.thing().id());
            return Refusal.of(HttpStatus.CONFLICT.getCode(), "rejection.wrong_state." + wrong.state(), values);
        } else if (rejection instanceof Rejection.LastAdministrator) {
            return Refusal.of(HttpStatus.CONFLICT.getCode(), "rejection.last_administrator");
        } else if (rejection instanceof Rejection.OwnAccount) {
            return Refusal.of(HttpStatus.CONFLICT.getCode(), "rejection.own_account");
        } else if (rejection instanceof Rejection.TooManyTokens tooMany) {
            Map<String, Object> values = Map.of("max", tooMany.max());
            return Refusal.of(HttpStatus.CONFLICT.getCode(), "rejection.too_many_tokens", values);
        } else if (rejection instanceof Rejection.StillRunning) {
            return Refusal.of(HttpStatus.CONFLICT.getCode(), "rejection.still_running");
        } else if (rejection instanceof Rejection.KeyReused) {
            return Refusal.of(HttpStatus.UNPROCESSABLE_ENTITY.getCode(), "rejection.key_reused");
        } else if (rejection instanceof Rejection.TooManyStreams tooMany) {
            Map<String, Object> values = Map.of("max", tooMany.max());
            return Refusal.of(HttpStatus.TOO_MANY_REQUESTS.getCode(), "rejection.too_many_streams", values);
        } else if (rejection instanceof Rejection.Crowded) {
            return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE.getCode(), "rejection.crowded");
        } else if (rejection instanceof Rejection.AccountDisabled) {
            return Refusal.of(HttpStatus.FORBIDDEN.getCode(), "rejection.account_disabled");
        } else if (rejection instanceof Rejection.WrongCredential) {
            return Refusal.of(HttpStatus.FORBIDDEN.getCode(), "rejection.wrong_credential");
        } else if (rejection instanceof Rejection.CsrfRefused) {
            return Refusal.of(HttpStatus.FORBIDDEN.getCode(), "rejection.csrf_refused");
        } else if (rejection instanceof Rejection.SignInFailed failed) {
            String key = "rejection.sign_in_failed." + failed.fault().key();
            return Refusal.of(HttpStatus.BAD_REQUEST.getCode(), key);
        } else if (rejection instanceof Rejection.Unavailable unavailable) {
            // In a line, for there may be many of them.
            LOG.warn(
                    "Request {}: {}: {}",
                    RequestId.of(request),
                    rejection.getMessage(),
                    String.valueOf(rejection.getCause()));
            String key = "rejection.unavailable." + unavailable.needed().key();
            return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE.getCode(), key);
        }
        throw new IllegalStateException("A refusal without a status: " + rejection.getClass());
    }

    private static Refusal stale(HttpRequest<?> request, Object current) {
        int status = HttpStatus.PRECONDITION_FAILED.getCode();
        if (current instanceof City city) {
            Map<String, Object> values = Map.of("version", city.version());
            CityV2 told = CityV2.of(city, Languages.of(request));
            return new Refusal(status, "rejection.stale.city", values, List.of(), told);
        } else if (current instanceof User user) {
            return new Refusal(status, "rejection.stale.user", Map.of(), List.of(), UserV2.of(user));
        }
        throw new IllegalStateException("A thing that cannot be told: " + current.getClass());
    }

    private static Refusal absent(HttpStatus status, String key, Thing thing) {
        return Refusal.of(status.getCode(), key + thing.kind(), Map.of("id", thing.id()));
    }

    private static void addHeaders(HttpRequest<?> request, Rejection rejection, MutableHttpResponse<?> response) {
        if (rejection instanceof Rejection.NotSignedIn) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, Challenges.BEARER);
        } else if (rejection instanceof Rejection.InvalidToken invalid) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, Challenges.invalidToken(invalid.reason()));
        } else if (rejection instanceof Rejection.UnreadableCredentials unreadable) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, Challenges.invalidRequest(unreadable.reason()));
        } else if (rejection instanceof Rejection.Forbidden forbidden) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, Challenges.insufficientScope(forbidden.permission()));
        } else if (rejection instanceof Rejection.Stale stale && stale.current() instanceof City city) {
            String form = VersionOne.answers(request)
                    ? ETags.VERSION_1
                    : Languages.of(request).getLanguage();
            response.header(HttpHeaders.ETAG, ETags.of(city, form));
        } else if (rejection instanceof Rejection.Stale stale && stale.current() instanceof User user) {
            response.header(HttpHeaders.ETAG, UserV2.of(user).tag());
        } else if (rejection instanceof Rejection.Unavailable away && away.needed() == Dependency.OUTCOME) {
            request.setAttribute(AnswerHeaders.NO_RETRY, true);
        } else if (rejection instanceof Rejection.Unavailable || rejection instanceof Rejection.StillRunning) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        } else if (rejection instanceof Rejection.TooManyStreams || rejection instanceof Rejection.Crowded) {
            response.header(HttpHeaders.RETRY_AFTER, STREAM_SECONDS);
        }
    }
}
