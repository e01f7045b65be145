package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public abstract class VersionOneContract extends HttpContract {

    private static final String LYON = "{\"name\":\"Lyon\",\"population\":500000,\"country\":\"France\"}";
    private static final String STORED = LYON.replace("{", "{\"id\":1,");

    private HttpResponse<String> add(String body) {
        return app.send("POST", "/api/v1/cities", body, EDITOR, JSON);
    }

    @Test
    void aCityHasFourPropertiesAndItsListIsABareArray() {
        assertThat(app.get("/api/v1/cities").body()).isEqualTo("[]");
        HttpResponse<String> added = add(LYON);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(header(added, "Location")).isEqualTo("/api/v1/cities/1");
        assertThat(added.body()).isEqualTo(STORED);
        assertThat(app.get("/api/v1/cities/1", "Accept-Language: fr").body()).isEqualTo(STORED);
        assertThat(app.get("/api/v1/cities").body()).isEqualTo("[" + STORED + "]");
        assertThat(app.get("/cities").body()).isEqualTo("[" + STORED + "]");
        assertThat(header(app.get("/cities"), "Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(header(app.get("/api/v1/cities"), "Cache-Control")).isEqualTo("no-cache");
        assertThat(app.get("/cities?limit=99999999999999999999&offset=0").body())
                .isEqualTo("[" + STORED + "]");
        assertThat(app.get("/cities?offset=99999999999999999999").body()).isEqualTo("[]");
        String tag = header(app.get("/api/v1/cities/1"), "ETag");
        assertThat(app.get("/api/v1/cities/1", "If-None-Match: " + tag).statusCode())
                .isEqualTo(304);
        assertThat(app.send("POST", "/cities", LYON, EDITOR, JSON).statusCode()).isEqualTo(201);
        assertThat(app.get("/cities?offset=2").body()).isEqualTo("[]");
        assertThat(app.get("/cities?limit=0").body()).isEqualTo("[]");
    }

    @Test
    void itWritesWithoutPreconditionButHeedsOneAndKeepsWhatItDoesNotKnow() {
        app.add(Client.PARIS);
        assertThat(app.send("PUT", "/api/v1/cities/1", LYON, EDITOR, JSON, "If-Match: \"1.9.v1\"")
                        .body())
                .isEqualTo("{\"error\":\"Precondition Failed\"}");
        assertThat(app.send("PUT", "/api/v1/cities/1", LYON.replace("{", "{\"id\":7,"), EDITOR, JSON)
                        .body())
                .isEqualTo(STORED);
        assertThat(app.get("/api/v2/cities/1").body()).contains("\"latitude\":48.85341", "\"version\":2");
        assertThat(app.send("DELETE", "/api/v1/cities/1", null, EDITOR).statusCode())
                .isEqualTo(204);
        assertThat(app.get("/api/v1/cities/1").body()).isEqualTo("{\"error\":\"Not Found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR", "fra", "fRÁnce", " France ", "france"})
    void aCountryIsWrittenAsCodeOrName(String country) {
        assertThat(add(LYON.replace("France", country)).body()).isEqualTo(STORED);
        assertThat(add(LYON.replace("France", "Allemagne")).body()).contains("\"country\":\"Germany\"");
    }

    @Test
    void allCitiesComeInOneArrayHoweverMany() {
        app.importAll(IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> "C" + i + ",FR,1\n")
                .collect(Collectors.joining("", "name,country,population\n", "")));
        assertThat(app.get("/api/v1/cities").body()).endsWith("}]").contains("\"C500\"", "\"C501\"");
        add("{\"name\":\"C1001\",\"population\":1,\"country\":\"FR\"}");
        assertThat(app.get("/api/v1/cities").body().split("\"id\"")).hasSize(1002);
        assertThat(app.get("/api/v1/cities?limit=700&offset=600").body())
                .contains("\"C601\"", "\"C1001\"")
                .doesNotContain("\"C600\"")
                .endsWith("}]");
        assertThat(app.get("/api/v1/cities?limit=700").body())
                .contains("\"C700\"")
                .doesNotContain("\"C701\"");
    }
}
