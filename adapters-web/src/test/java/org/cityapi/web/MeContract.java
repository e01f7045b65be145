package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.ADMIN;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.VIEWER;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callers are told who they are, and what they may do. */
public abstract class MeContract extends SharedHttpContract {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization: viewer | []
            Authorization: editor | ["create:cities","delete:cities","import:cities","read:history","update:cities"]
            Authorization: admin  | ["create:cities","delete:cities","import:cities","manage:users","read:history","update:cities"]
            """)
    void aCallerIsToldWhatTheCredentialAllows(String caller, String permissions) {
        HttpResponse<String> me = app.get("/api/v2/me", caller);
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        assertThat(me.body())
                .matches("\\{\"id\":\"usr_[0-9a-f]{32}\",\"name\":\"[^\"]+\",\"email\":(?:null|\"[^\"]+\"),"
                        + "\"issuer\":\"http[^\"]+\",\"role\":\"viewer\",\"permissions\":\\[.*]}")
                .endsWith("\"permissions\":" + permissions + "}");
        assertThat(header(me, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoeverIsNotSignedInIsNobody() {
        HttpResponse<String> refused = app.get("/api/v2/me?x=1");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(header(refused, "WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void anApiTokenAllowsWhatItsScopesSayAndSpeaksForItsOwner() {
        String token = Callers.bearer(Callers.makeToken(app, EDITOR, "update:cities", "create:cities"));
        HttpResponse<String> me = app.get("/api/v2/me", token);
        assertThat(me.body()).endsWith("\"permissions\":[\"create:cities\",\"update:cities\"]}");
        assertThat(Callers.id(me)).isEqualTo(Callers.userId(app, EDITOR)).isNotEqualTo(Callers.userId(app, ADMIN));
    }

    @Test
    void parametersAreRefusedAndOtherMethodsNotKnown() {
        HttpResponse<String> refused = app.get("/api/v2/me?x=1", VIEWER);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"x\"", "\"code\":\"unknown\"", "\"instance\":\"/api/v2/me\"");
        assertThat(app.send("HEAD", "/api/v2/me", null, VIEWER).statusCode()).isEqualTo(200);
        HttpResponse<String> put = app.send("PUT", "/api/v2/me", "{}", VIEWER);
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(header(put, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
        HttpResponse<String> options = app.send("OPTIONS", "/api/v2/me", null);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(header(options, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
}
