package org.cityapi.web.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;
import java.util.Map;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.web.AnswerHeaders;
import org.cityapi.web.Languages;
import org.cityapi.web.Messages;

/** Tells on a form, which keeps what was filled in, why it cannot be taken at the moment. */
public final class Busy {

    /** As for everything that there is no place for. */
    private static final String RETRY_SECONDS = "2";

    private Busy() {}

    /** Says when to try again. */
    public static HttpResponse<?> withWait(MutableHttpResponse<?> unavailable) {
        return unavailable.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }

    /** The same; but not to whom what he wanted is perhaps done. */
    public static HttpResponse<?> withWait(
            HttpRequest<?> request, Rejection.Unavailable busy, MutableHttpResponse<?> unavailable) {
        if (busy.needed() == Dependency.OUTCOME) {
            request.setAttribute(AnswerHeaders.NO_RETRY, true);
            return unavailable;
        }
        return withWait(unavailable);
    }

    public static String text(Messages messages, Rejection.Unavailable busy, HttpRequest<?> request) {
        String key = "rejection.unavailable." + busy.needed().key();
        Locale language = Languages.of(request);
        return messages.find(language, key + ".page", Map.of()).orElseGet(() -> messages.get(language, key, Map.of()));
    }
}
