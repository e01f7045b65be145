package org.cityapi.web.http;

import io.micronaut.http.HttpRequest;
import org.cityapi.application.FindCities;

/** Which state of the register a request is answered from. */
public final class Views {

    private Views() {}

    /**
     * Only who is signed in writes: he sees what he wrote, on whichever node that was. All others may be shown what was
     * true a moment ago.
     */
    public static FindCities of(FindCities find, HttpRequest<?> request) {
        return request.getUserPrincipal().isPresent() ? find.present() : find;
    }
}
