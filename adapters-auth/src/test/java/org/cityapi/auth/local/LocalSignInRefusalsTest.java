package org.cityapi.auth.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to sign somebody in that are not followed: by a page, or by sending the browser back. */
class LocalSignInRefusalsTest extends LocalProviderCalls {

    private final LocalVisit visit = new LocalVisit(calls);

    private static void refuses(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map()).doesNotContainKey("location");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.body()).contains("This request cannot be answered").doesNotContain("<form", "evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CITY-API-LOCAL", "city-api-local ", "local-admin", "evil"})
    void anotherClientIsShownAPageAndSentNowhere(String client) {
        refuses(visit.with("client_id", client).page(), 400);
        refuses(visit.without("client_id").page(), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://localhost@evil.invalid/",
                "http://localhost@evil.invalid/oauth/callback/local",
                "http://localhost:8080@evil.invalid/oauth/callback/local",
                "http://evil.invalid@localhost/oauth/callback/local",
                "http://localhost.evil.invalid",
                "http://localhost.evil.invalid/oauth/callback/local",
                "http://evil.invalid/oauth/callback/local",
                "http://evil.invalid/?http://localhost/oauth/callback/local",
                "http://evil.invalid#http://localhost/oauth/callback/local",
                "http://localhost\\@evil.invalid/oauth/callback/local",
                "http://localhost:8080\\.evil.invalid/oauth/callback/local",
                "http://localhost:/oauth/callback/local",
                "http://localhost:808080/oauth/callback/local",
                "http://localhost:8080//oauth/callback/local",
                "http://localhost:8080/oauth/callback/local/",
                "http://localhost:8080/oauth/callback/local?x=1",
                "http://localhost:8080/oauth/callback/local#x",
                "http://localhost:8080/oauth/callback/other",
                "http://localhost:8080/oauth/callback/x/../local",
                "http://localhost:8080/evil/oauth/callback/local",
                "http://localhost:8080/oauth/callback/%6cocal",
                " http://localhost:8080/oauth/callback/local",
                "http://localhost:8080/oauth/callback/local\n",
                "http://localhost:8080\r\nX: y/oauth/callback/local",
                "HTTP://localhost:8080/oauth/callback/local",
                "http://LOCALHOST:8080/oauth/callback/local",
                "http://localhost.:8080/oauth/callback/local",
                "http://0.0.0.0/oauth/callback/local",
                "http://127.0.0.2/oauth/callback/local",
                "http://127.1/oauth/callback/local",
                "http://2130706433/oauth/callback/local",
                "http://[::]/oauth/callback/local",
                "http://[::ffff:127.0.0.1]/oauth/callback/local",
                "http://\uff4cocalhost/oauth/callback/local",
                "https://localhost:8080/oauth/callback/local",
                "//localhost/oauth/callback/local",
                "/oauth/callback/local",
                "javascript:alert(1)//http://localhost/oauth/callback/local",
                "data:text/html,http://localhost/oauth/callback/local"
            })
    void anotherAddressIsShownAPageAndSentNowhere(String address) {
        refuses(visit.with("redirect_uri", address).page(), 400);
        refuses(visit.post(Map.of("request", visit.query(), "person", "viewer")), 400);
    }

    @Test
    void withoutAnAddressNobodyIsSentAnywhere() {
        refuses(visit.without("redirect_uri").page(), 400);
        refuses(calls.send(calls.at("/authorize")), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect_uri", "client_id", "state", "nonce", "code_challenge"})
    void whatIsSaidTwiceIsRefused(String name) {
        String twice = visit.with("x", "y").query() + "&" + name + "=evil";
        refuses(calls.send(calls.at("/authorize?" + twice)), 400);
        refuses(visit.post(Map.of("request", twice, "person", "viewer")), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,,invalid_request",
        "response_type,token,unsupported_response_type",
        "response_type,id_token,unsupported_response_type",
        "response_type,code id_token,unsupported_response_type",
        "response_type,magic,unsupported_response_type",
        "response_mode,form_post,invalid_request",
        "response_mode,fragment,invalid_request",
        "scope,,invalid_request",
        "scope,profile email,invalid_request",
        "nonce,,invalid_request",
        "code_challenge,,invalid_request",
        "code_challenge,too-short,invalid_request",
        "code_challenge_method,,invalid_request",
        "code_challenge_method,plain,invalid_request",
        "code_challenge_method,s256,invalid_request",
        "prompt,none,login_required",
        "prompt,none login,invalid_request",
        "prompt,<b>,invalid_request",
        "request,eyJhbGciOiJub25lIn0.e30.,request_not_supported",
        "request_uri,http://evil.invalid/,request_uri_not_supported",
        "max_age,soon,invalid_request",
        "id_token_hint,x,invalid_request",
        "claims,{,invalid_request",
        "ui_locales,\"\\\",invalid_request"
    })
    void anyOtherFaultIsToldToTheApplication(String name, String value, String error) {
        HttpResponse<String> page = (value == null ? visit.without(name) : visit.with(name, value)).page();
        isTold(page, error);
        isTold(visit.post(Map.of("request", visit.query(), "person", "admin")), error);
    }

    private static void isTold(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(LocalVisit.target(answer)).isEqualTo(LocalVisit.CALLBACK);
        assertThat(LocalVisit.parameters(answer))
                .containsEntry("error", error)
                .containsEntry("state", "the-state")
                .containsEntry("iss", provider.issuer())
                .doesNotContainKey("code");
    }

    @Test
    void withoutAStateTheApplicationIsToldOfTheFaultAlone() {
        HttpResponse<String> page = visit.without("state").page();
        assertThat(LocalVisit.parameters(page))
                .containsEntry("error", "invalid_request")
                .containsEntry("iss", provider.issuer())
                .doesNotContainKeys("state", "code");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,http://evil.invalid",
        "Origin,null",
        "Origin,''",
        "Origin,http://localhost:1",
        "Origin,https://localhost",
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site"
    })
    void noOtherPageCanChoose(String header, String value) {
        Map<String, String> fields = Map.of("request", visit.query(), "person", "admin");
        refuses(visit.post(fields, header, value), 403);
        assertThat(visit.post(fields, "Origin", visit.origin(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "local-admin", "ADMIN", "root", "admin "})
    void nobodyElseCanBeChosen(String person) {
        refuses(visit.post(Map.of("request", visit.query(), "person", person)), 400);
        refuses(visit.post(Map.of("request", visit.query())), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "multipart/form-data; boundary=x"})
    void onlyAFormChooses(String type) {
        HttpRequest.Builder request = calls.at("/authorize?" + visit.query() + "&person=admin")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("person=admin&request=" + visit.query()));
        refuses(calls.send(request), 400);
    }

    @Test
    void aRequestThatIsTooLongIsRefused() {
        refuses(visit.with("x", "y".repeat(8 * 1024)).page(), 414);
        visit.with("x", "").with("x", "\"".repeat((8 * 1024 - visit.query().length()) / 3));
        assertThat(visit.choose("viewer").statusCode()).isEqualTo(303);
    }
}
