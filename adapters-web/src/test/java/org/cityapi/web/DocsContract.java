package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation of the API is a page of ours, with Swagger UI from here and from nowhere else. */
public abstract class DocsContract extends SharedHttpContract {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private List<String> assets() {
        return ASSET.matcher(app.get("/api/docs").body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    @Test
    void thePageIsThereForAnybodyInTwoLanguages() {
        HttpResponse<String> page = app.get("/api/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(page, "Content-Language")).isEqualTo("en");
        assertThat(header(page, "Vary")).contains("Accept-Language");
        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"en\"", "The API, to try out", "href=\"/login?target=%2Fapi%2Fdocs\"")
                .contains("Version 1", "Version 2", "/api/openapi/v1.json", "/api/openapi/v2.yaml");
        assertThat(app.get("/api/docs", "Accept-Language: fr").body())
                .contains("<html lang=\"fr\"", "L’API à l’essai", "Se connecter pour essayer");
    }

    @Test
    void nothingOnItRunsOrComesFromElsewhere() {
        HttpResponse<String> page = app.get("/api/docs");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("http://", "https://", "style=\"", " onclick=", "<style")
                .doesNotContainPattern("<script(?![^>]* src=\"/assets/)")
                .doesNotContainPattern("(?:src|href)=\"//");
    }

    @Test
    void whoShowsATokenSeesTheSamePageAndGetsNoProof() {
        assertThat(app.get("/api/docs", EDITOR).body())
                .isEqualTo(app.get("/api/docs").body());
    }

    @Test
    void itsHeadIsThatOfThePage() {
        HttpResponse<String> head = app.send("HEAD", "/api/docs", null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(head.body()).isEmpty();
        assertThat(app.send("POST", "/api/docs", "").statusCode()).isEqualTo(405);
        assertThat(app.get("/api/docs", "Accept: application/json").statusCode())
                .isEqualTo(406);
    }

    @Test
    void allThatItNeedsIsHereToBeKeptForEver() {
        assertThat(assets())
                .anyMatch(asset -> asset.matches("/assets/swagger-ui\\.[0-9a-f]{12}\\.css"))
                .anyMatch(asset -> asset.matches("/assets/swagger-ui-bundle\\.[0-9a-f]{12}\\.js"))
                .anyMatch(asset -> asset.matches("/assets/docs\\.[0-9a-f]{12}\\.js"))
                .hasSize(6);
        for (String asset : assets()) {
            HttpResponse<String> answer = app.get(asset);
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(answer, "Vary")).contains("Accept-Encoding");
            assertThat(header(answer, "Content-Type"))
                    .isEqualTo(
                            asset.endsWith(".js")
                                    ? "text/javascript;charset=utf-8"
                                    : asset.endsWith(".css")
                                            ? "text/css;charset=utf-8"
                                            : "image/svg+xml;charset=utf-8");
            assertThat(answer.body()).as(asset).isNotEmpty().doesNotContain("sourceMappingURL=");
        }
    }

    @Test
    void aZippedAssetIsTheSame() throws IOException, InterruptedException {
        for (String asset : assets()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + app.port() + asset))
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> zipped =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
            try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
                assertThat(new String(unzipped.readAllBytes(), StandardCharsets.UTF_8)
                                .equals(app.get(asset).body()))
                        .as(asset)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/swagger-ui.css",
                "/assets/swagger-ui-bundle.js",
                "/assets/swagger-ui-bundle.000000000000.js",
                "/assets/swagger-ui.css.map",
                "/assets/oauth2-redirect.html",
                "/assets/index.html",
                "/assets/",
                "/webjars/swagger-ui/index.html",
                "/META-INF/resources/webjars/swagger-ui/5.34.1/index.html",
                "/api/docs/",
                "/api/docs/index.html",
                "/api/docs/swagger-initializer.js"
            })
    void nothingElseOfSwaggerUiIsServed(String path) {
        assertThat(app.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsNotSignedInWithABrowserIsNobodyThereAndGetsNoToken() {
        for (String caller : new String[] {"X-Nothing: 1", EDITOR, "Cookie: session=" + "x".repeat(43)}) {
            HttpResponse<String> nobody = app.get("/account/documentation", caller);
            assertThat(nobody.statusCode()).as(caller).isEqualTo(204);
            assertThat(header(nobody, "Cache-Control")).isEqualTo("no-store");
            HttpResponse<String> refused = app.send("POST", "/account/documentation/token", "", caller);
            assertThat(refused.statusCode()).as(caller).isIn(401, 403);
            assertThat(refused.body()).doesNotContain("cityapi_");
            assertThat(app.get("/account/documentation/token", caller).statusCode())
                    .isEqualTo(405);
        }
    }
}
