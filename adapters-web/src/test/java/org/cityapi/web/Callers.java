package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.JSON;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What tests of users and API tokens do again and again. */
final class Callers {

    private static final Pattern ID = Pattern.compile("\"id\":\"((?:usr|tok)_[0-9a-f]{32})\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"(cityapi_\\w{36})\"");

    private Callers() {}

    /** The first id that an answer tells. */
    static String id(HttpResponse<String> answer) {
        return found(ID, answer);
    }

    /** The id of a caller's own user. */
    static String userId(Client app, String caller) {
        return id(app.get("/api/v2/me", caller));
    }

    /** Asks for an API token. */
    static HttpResponse<String> makeToken(Client app, String caller, String... scopes) {
        String list = Arrays.stream(scopes).map(scope -> '"' + scope + '"').collect(Collectors.joining(","));
        return app.send("POST", "/api/v2/tokens", "{\"name\":\"build\",\"scopes\":[" + list + "]}", caller, JSON);
    }

    /** The header that shows the API token which was just made. */
    static String bearer(HttpResponse<String> made) {
        return "Authorization: Bearer " + found(TOKEN, made);
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        Matcher matcher = pattern.matcher(answer.body());
        assertThat(matcher.find()).as(answer.body()).isTrue();
        return matcher.group(1);
    }
}
