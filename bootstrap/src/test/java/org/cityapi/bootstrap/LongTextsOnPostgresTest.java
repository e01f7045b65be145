package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.cityapi.web.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL takes no text of is answered all the same. */
class LongTextsOnPostgresTest {

    /** Signs that fold to eighteen letters and to six. */
    private static final String PRAYER = "\uFDFA";

    private static final String KILOMETRE = "\u3316";

    private static Client app;

    @BeforeAll
    static void start() {
        app = new Client(new OnPostgres());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {PRAYER, KILOMETRE})
    void namesThatFoldToThousandsOfBytesAreKeptAndFound(String sign) {
        String city = "{\"name\":\"" + sign.repeat(200) + "\",\"countryCode\":\"FR\",\"population\":7}";
        assertThat(app.send("POST", "/api/v2/cities", city, Client.EDITOR, Client.JSON)
                        .statusCode())
                .isEqualTo(201);
        String q = URLEncoder.encode(sign.repeat(100), StandardCharsets.UTF_8);
        assertThat(app.get("/api/v2/cities?q=" + q).body()).contains(sign.repeat(200));
        assertThat(app.get("/api/v2/cities/suggest?q=" + q).body()).contains(sign.repeat(200));
    }

    /** PostgreSQL knows no text with the character 0. */
    @Test
    void theCharacterZeroIsNoFailure() {
        for (String path : new String[] {
            "/api/v2/cities?q=%00",
            "/api/v2/cities?q=a%00b",
            "/api/v2/cities?country=%00",
            "/api/v2/cities/%00",
            "/api/v2/users/%00",
            "/api/v2/users/usr_%00",
            "/api/v2/tokens/%00",
            "/api/v1/cities?country=%00",
            "/oauth/callback/local?code=%00&state=%00"
        }) {
            assertThat(app.get(path, Client.ADMIN).statusCode()).as(path).isBetween(200, 499);
        }
        String token = "{\"name\":\"a\\u0000\",\"scopes\":[\"read:me\"],\"days\":1}";
        assertThat(app.send("POST", "/api/v2/tokens", token, Client.ADMIN, Client.JSON)
                        .statusCode())
                .isBetween(400, 499);
        assertThat(app.send("DELETE", "/api/v2/tokens/tok_%00", null, Client.ADMIN, Client.JSON)
                        .statusCode())
                .isBetween(400, 499);
    }
}
