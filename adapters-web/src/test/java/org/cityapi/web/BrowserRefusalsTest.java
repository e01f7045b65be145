package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused on the way of a browser is told with its reason, and asks for no token. */
class BrowserRefusalsTest extends SharedHttpContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }

    @ParameterizedTest
    @CsvSource({
        "account-disabled, 403, An administrator has disabled this account., Un administrateur a désactivé",
        "foreign-form, 403, does not prove that it comes from a page of this site, ne prouve pas qu’elle vient",
        "sign-in/UNKNOWN_ATTEMPT, 400, was not begun in this browser, n’a pas été commencée dans ce navigateur",
        "sign-in/DECLINED, 400, The sign-in was cancelled, La connexion a été annulée",
        "sign-in/PROVIDER_AWAY, 400, could not sign you in just now, n’a pas pu vous connecter à l’instant",
        "sign-in/UNTRUSTED, 400, cannot be trusted, n’est pas digne de confiance"
    })
    void aRefusalSaysWhy(String route, int status, String english, String french) {
        HttpResponse<String> refused = app.get("/api/v2/" + route);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).contains(english, "\"instance\":\"/api/v2/" + route + "\"");
        assertThat(app.get("/api/v2/" + route, "Accept-Language: fr").body()).contains(french);
        assertThat(header(refused, "WWW-Authenticate")).isEmpty();
        assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
    }
}
