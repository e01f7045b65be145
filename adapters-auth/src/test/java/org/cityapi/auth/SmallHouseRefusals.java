package org.cityapi.auth;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.cityapi.domain.rejection.Rejection;

/** What the small house answers to what is refused. */
@Singleton
final class SmallHouseRefusals implements ExceptionHandler<Rejection, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Rejection rejection) {
        if (rejection instanceof Rejection.InvalidToken invalid) {
            return HttpResponse.unauthorized().body("bad token: " + invalid.reason());
        }
        int status = 403;
        if (rejection instanceof Rejection.SignInFailed failed) {
            return HttpResponse.badRequest("no sign-in: " + failed.fault());
        } else if (rejection instanceof Rejection.NotSignedIn) {
            status = 401;
        } else if (rejection instanceof Rejection.Unavailable) {
            status = 503;
        } else if (rejection instanceof Rejection.UnreadableCredentials) {
            status = 400;
        }
        return HttpResponse.status(status, "refused").body(rejection.getClass().getSimpleName());
    }
}
