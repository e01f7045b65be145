package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public abstract class CountriesContract extends SharedHttpContract {

    @Test
    void allCountriesAreListedByCodeInTheReadersLanguage() {
        HttpResponse<String> list = app.get("/api/v2/countries", "Accept-Language: fr");
        assertThat(list.body()).startsWith("{\"items\":[{\"code\":\"AD\"").contains("\"name\":\"Allemagne\"");
        assertThat(list.body().split("\"code\"")).hasSize(251);
        assertThat(header(list, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(list, "Vary")).isEqualTo("Accept-Language, Accept, Accept-Encoding");
        assertThat(header(list, "Content-Language")).isEqualTo("fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "de"})
    void aCountryIsFoundByItsCode(String code) {
        HttpResponse<String> read = app.get("/api/v2/countries/" + code);
        assertThat(read.body())
                .isEqualTo("{\"code\":\"DE\",\"alpha3\":\"DEU\",\"numeric\":\"276\",\"name\":\"Germany\","
                        + "\"continentCode\":\"EU\",\"flag\":\"\\uD83C\\uDDE9\\uD83C\\uDDEA\"}");
        assertThat(app.get("/api/v2/countries/XK").body()).contains("\"numeric\":null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "DEU", "Germany", "%C3%9F", "D.E."})
    void whatIsNoCodeIsNotFound(String code) {
        assertThat(app.get("/api/v2/countries/" + code).statusCode()).isEqualTo(404);
    }
}
