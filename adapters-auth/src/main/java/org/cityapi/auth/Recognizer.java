package org.cityapi.auth;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Tells whom a request's credential speaks for at this moment; may wait for stores and providers. */
public interface Recognizer {

    /**
     * Empty when there is no such credential, or a session that is no good.
     *
     * @throws org.cityapi.domain.rejection.Rejection.InvalidToken when a token is no good
     */
    Optional<Recognized> recognize(HttpRequest<?> request);
}
