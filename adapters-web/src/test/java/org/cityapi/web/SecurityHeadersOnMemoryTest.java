package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SecurityHeadersOnMemoryTest extends SecurityHeadersContract {

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }

    @Test
    void anAnswerOfNothingNewCarriesThem() {
        try (Client other = Client.onMemory()) {
            HttpResponse<String> known = other.get("/api/v2/cities/1", "If-None-Match: " + other.addParis());
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(header(known, "Content-Security-Policy")).startsWith("default-src 'none'; ");
        }
    }

    @Test
    void aFormMayEndUpAtTheIdentityProviders() {
        try (Client other = Client.onMemory("form-targets", "https://id.example.org https://team.eu.auth0.com")) {
            assertThat(header(other.get("/health"), "Content-Security-Policy"))
                    .contains("; form-action 'self' https://id.example.org https://team.eu.auth0.com; ");
        }
    }
}
