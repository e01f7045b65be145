package org.cityapi.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.cityapi.web.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** api.md, 7: the {@code type} of every problem opens a page on it. */
class ProblemPagesTest {

    private static Client app;

    @BeforeAll
    static void start() {
        app = Client.onMemory();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeOpensAPageInBothLanguages(ProblemType type) {
        String english = page(type, "en");
        String french = page(type, "fr");
        assertThat(french.replace("<html lang=\"fr\">", "<html lang=\"en\">")).isNotEqualTo(english);
    }

    private static String page(ProblemType type, String language) {
        HttpResponse<String> page = app.get("/api/docs/problems/" + type.slug(), "Accept-Language: " + language);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Client.header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(Client.header(page, "Content-Language")).isEqualTo(language);
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\">")
                .containsPattern("<h1>" + type.status() + " [^<{]+</h1><p>[^<{]{20,}</p>")
                .doesNotContain("problem." + type.slug());
        return page.body();
    }
}
