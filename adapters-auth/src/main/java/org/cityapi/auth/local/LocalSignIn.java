package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The authorization endpoint (OpenID Connect Core 1.0, section 3.1.2): lets a person choose who to be, and sends the
 * application a code for it. It keeps no session, so every sign-in asks again.
 */
final class LocalSignIn {

    /** What fits, encoded once more, into a form that the door lets in. */
    private static final int MAX_QUERY = 8 * 1024;

    private final String issuer;
    private final LocalApplication application;
    private final LocalCodes codes;
    private final LocalPages pages;

    LocalSignIn(String issuer, LocalApplication application, LocalCodes codes, LocalPages pages) {
        this.issuer = issuer;
        this.application = application;
        this.codes = codes;
        this.pages = pages;
    }

    /** Shows the page, or takes what was chosen on it: that form brings the whole request along, to be judged again. */
    HTTPResponse answer(LocalRequest request) {
        Locale language = request.language();
        if (request.isPost() && !request.isFromOwnPage()) {
            return pages.refused(language, HTTPResponse.SC_FORBIDDEN);
        }
        String query = request.isPost() ? request.parameter(LocalPages.REQUEST) : request.query();
        if (query.length() > MAX_QUERY) {
            return pages.refused(language, 414);
        }
        LocalSignInRequest asked = LocalSignInRequest.of(query);
        if (!asked.saysEachThingOnce()
                || !asked.value("client_id").equals(LocalProvider.CLIENT_ID)
                || !application.receivesCodesAt(asked.value("redirect_uri"))) {
            return pages.refused(language, HTTPResponse.SC_BAD_REQUEST);
        }
        Optional<ErrorObject> fault = asked.fault();
        if (fault.isPresent()) {
            return back(asked, fault.get().toParameters());
        }
        if (!request.isPost()) {
            return pages.choice(language, asked);
        }
        return LocalPerson.ofKey(request.parameter(LocalPages.PERSON))
                .map(person -> back(asked, Map.of("code", List.of(codes.issue(asked, person)))))
                .orElseGet(() -> pages.refused(language, HTTPResponse.SC_BAD_REQUEST));
    }

    private HTTPResponse back(LocalSignInRequest asked, Map<String, List<String>> outcome) {
        Map<String, List<String>> answer = new LinkedHashMap<>(outcome);
        if (!asked.value("state").isEmpty()) {
            answer.put("state", List.of(asked.value("state")));
        }
        answer.put("iss", List.of(issuer));
        return LocalPages.redirect(asked.value("redirect_uri"), answer);
    }
}
