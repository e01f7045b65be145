package org.cityapi.auth.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign out at the local provider, and are sent home or told. */
class LocalSignOutTest extends LocalProviderCalls {

    private static String form(String next, String state) {
        return "id_token_hint=x&post_logout_redirect_uri=" + URLEncoder.encode(next, StandardCharsets.UTF_8) + "&state="
                + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> byGet(LocalCalls calls, String form) {
        return calls.send(calls.at("/logout?" + form));
    }

    private static HttpResponse<String> byPost(LocalCalls calls, String form) {
        return calls.send(
                calls.at("/logout").header("Content-Type", LocalCalls.FORM).POST(BodyPublishers.ofString(form)));
    }

    private static void goesTo(HttpResponse<String> answer, String address) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(address);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static void stays(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("location");
        assertThat(answer.body()).contains("<h1>You are signed out</h1>").doesNotContain("evil", "<form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://localhost:8080/",
                "http://127.0.0.1:9/logout/done",
                "http://[::1]/x"
            })
    void peopleAreSentBackToTheApplication(String next) {
        goesTo(byGet(calls, form(next, "a&b <c>")), next + "?state=a%26b+%3Cc%3E");
        goesTo(byPost(calls, form(next, "s")), next + "?state=s");
        goesTo(byGet(calls, form(next, "")), next);
        goesTo(byPost(calls, form(next + "?x=1", "s")), next + "?x=1&state=s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//localhost/",
                "http:localhost",
                "http://evil.invalid/",
                "http://localhost@evil.invalid/",
                "http://localhost:8080@evil.invalid/",
                "http://evil.invalid@localhost/",
                "http://localhost.evil.invalid",
                "http://localhost\\@evil.invalid/",
                "http://localhost:8080/\r\nX: evil",
                "http://localhost:8080/#evil",
                "https://localhost:8080/",
                "javascript://localhost/%0aevil",
                "ftp://localhost/",
                " http://localhost/"
            })
    void nobodyIsSentElsewhere(String next) {
        stays(byGet(calls, form(next, "s")));
        stays(byPost(calls, form(next, "s")));
    }

    /** The JDK's server sends the low byte of each character: of these two, a line break. */
    @Test
    void anAddressBreaksNoHeader() {
        HttpResponse<String> answer = byGet(calls, form("http://localhost:8080/\u560d\u560aX-Evil:\u560d\u560a", ""));
        goesTo(answer, "http://localhost:8080/%E5%98%8D%E5%98%8AX-Evil:%E5%98%8D%E5%98%8A");
        assertThat(answer.headers().map()).doesNotContainKey("x-evil");
    }

    @Test
    void whatIsSaidTwiceIsNotFollowed() {
        String once = form("http://localhost:8080/", "s");
        stays(byGet(calls, once + "&" + once));
    }

    @Test
    void whoeverJustComesByIsTold() {
        stays(byGet(calls, ""));
        stays(byPost(calls, ""));
        assertThat(calls.send(calls.at("/logout").header("Accept-Language", "fr"))
                        .body())
                .contains("Vous êtes déconnecté");
    }

    @Test
    void whereTheApplicationHasGivenItsAddressesItsOriginIsKnown() {
        try (LocalProvider strict = LocalProvider.start(0, "http://localhost:7001/back")) {
            LocalCalls there = new LocalCalls(strict.issuer());
            goesTo(byGet(there, form("http://localhost:7001/bye", "")), "http://localhost:7001/bye");
            stays(byGet(there, form("http://localhost:7002/bye", "")));
        }
    }
}
