package org.cityapi.web.pages.imports;

import io.micronaut.http.HttpRequest;
import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.web.Languages;
import org.cityapi.web.Messages;

/** Tells on a form, which keeps what was filled in, why it cannot be taken at the moment. */
final class Busy {

    private Busy() {}

    static String text(Messages messages, Rejection.Unavailable busy, HttpRequest<?> request) {
        return messages.get(
                Languages.of(request), "rejection.unavailable." + busy.needed().key(), Map.of());
    }
}
