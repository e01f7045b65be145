package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a browser's write must show, so that no other site can make it (CSRF). */
class CsrfFilterTest extends FormCalls {

    private static String multipart(String field, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAda\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"" + field
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + value + "\r\n--cut--\r\n";
    }

    private HttpResponse<String> sends(String type, String body, String... headers) {
        return browser.send("POST", "/fields", body, with(headers, "Content-Type", type));
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    @Test
    void aFormWithItsTokenPassesAndIsReadAgain() {
        passes(browser.post("/fields", Map.of("name", "Ada", "csrf", token)), "named Ada");
        passes(browser.post("/fields", Map.of("name", "Ada", "csrf", token), "Origin", OWN), "named Ada");
        passes(
                browser.post("/posts", Map.of("csrf", token, "text", "x".repeat(100_000))),
                "posted " + (100_000 + 5 + 1 + 5 + token.length()));
    }

    @Test
    void aRequestWithTheHeaderPassesWhateverItsBody() {
        passes(browser.send("POST", "/posts", "{}", "Content-Type", "application/json", HEADER, token), "posted 2");
        passes(browser.send("POST", "/posts", "", HEADER, token), "posted 0");
        passes(browser.send("DELETE", "/posts", "", HEADER, token), "deleted");
    }

    @Test
    void aFormInPartsPassesByTheHeaderAlone() {
        String type = "multipart/form-data; boundary=cut";
        passes(sends(type, multipart("x", "y"), HEADER, token), "named Ada");
        refuses(sends(type, multipart("csrf", token)), "no token");
        refuses(sends("multipart/form-data", multipart("csrf", token)), "no token");
        refuses(sends(type, multipart("csrf", "x\r\n" + "a\r\n".repeat(30_000))), "no token");
        String longHead = "\r\nContent-Disposition: form-data; name=csrf\r\n" + "a\r\n".repeat(30_000);
        refuses(sends(type, longHead), "no token");
    }

    /** The one form whose page reads the token itself, as its parts come. */
    @Test
    void aFormWithAFileIsUnprovenUntilItsPageHasReadTheToken() {
        String type = "multipart/form-data; boundary=cut";
        String path = "/imports/new";
        passes(
                browser.send("POST", path, multipart("csrf", token), "Content-Type", type),
                "unproven, proven by its token");
        passes(
                browser.send("POST", path, multipart("csrf", token + "A"), "Content-Type", type),
                "unproven, not proven");
        passes(browser.send("POST", path, multipart("x", "y"), "Content-Type", type), "unproven, not proven");
        refuses(
                browser.send("POST", path, multipart("csrf", token), "Content-Type", type, HEADER, token + "A"),
                "a wrong token");
        refuses(browser.send("POST", path + "/", multipart("csrf", token), "Content-Type", type), "no token");
        refuses(browser.send("POST", path, "{}", "Content-Type", "application/json"), "no token");
        refuses(
                browser.send("POST", path, "name=Ada", "Content-Type", "application/x-www-form-urlencoded"),
                "no token");
        refuses(
                browser.send(
                        "POST", path, multipart("csrf", token), "Content-Type", type, "Origin", "https://evil.invalid"),
                "another origin");
    }

    @Test
    void whatWasChosenForTheColumnsOfAnImportIsShownAgain() {
        passes(browser.post("/imports/new/7", Map.of("mode", "upsert", "csrf", token)), "taken");
        int events = events().size();
        passes(browser.post("/imports/new/7", Map.of("mode", "upsert")), "shown again");
        assertThat(events()).hasSize(events + 1);
        passes(browser.post("/imports/new/7", Map.of("mode", "upsert", "csrf", token + "A")), "shown again");
        refuses(browser.post("/imports/new/7/run", Map.of("trial", "1")), "no token");
        refuses(browser.post("/imports/new/7/cancel", Map.of("trial", "1")), "no token");
        refuses(browser.send("POST", "/imports/new/7", "", HEADER, token + "A"), "a wrong token");
    }

    @Test
    void whatWasTypedInACellIsShownAgain() {
        for (String field : new String[] {"name", "population"}) {
            passes(browser.post("/cities/7/cell/" + field, Map.of("csrf", token)), "taken");
            passes(browser.post("/cities/7/cell/" + field, Map.of(field, "7", "csrf", token + "A")), "shown again");
        }
        refuses(browser.post("/cities/7/cell/country", Map.of("csrf", token + "A")), "a wrong token");
    }

    @Test
    void withoutATokenNothingPasses() {
        refuses(browser.post("/fields", Map.of("name", "Ada")), "no token");
        refuses(browser.send("POST", "/posts", ""), "no token");
        refuses(browser.send("DELETE", "/posts", ""), "no token");
        refuses(browser.send("POST", "/posts?csrf=" + token, "x", "Content-Type", "text/plain"), "no token");
        refuses(sends("application/x-www-form-urlencoded", "name=%zz&csrf=%zz&&=&"), "no token");
        browser.cookies.put("csrf", token);
        refuses(browser.post("/fields", Map.of("name", "Ada")), "no token");
    }

    @Test
    void inJsonTheBodyIsNoPlaceForIt() {
        for (String type :
                List.of("application/json", "text/plain", "application/merge-patch+json", "x/y; a=b", "odd")) {
            String body = "{\"csrf\":\"" + token + "\"}";
            HttpResponse<String> response = browser.send("POST", "/posts", body, "Content-Type", type);
            assertThat(response.statusCode()).as(type).isEqualTo(403);
        }
    }

    @Test
    void aTokenThatIsNotOursOrNotThisSessionsIsRefused() {
        Browser other = new Browser(caller);
        other.signIn("oidc");
        String others = other.get("/form").body();
        char first = token.charAt(0) == 'A' ? 'B' : 'A';
        for (String wrong : List.of(
                others,
                first + token.substring(1),
                token.substring(0, 86),
                token + "A",
                "",
                ".",
                "null",
                token.substring(0, 43),
                token + "," + token)) {
            refuses(browser.send("DELETE", "/posts", "", HEADER, wrong), "a wrong token");
            refuses(browser.post("/fields", Map.of("name", "Ada", "csrf", wrong)), "a wrong token");
        }
        browser.signIn("oidc");
        refuses(browser.send("DELETE", "/posts", "", HEADER, token), "a wrong token");
    }

    @Test
    void whoHasATokenOfHisOwnOrNoSessionIsNotAsked() {
        String bearer = "Bearer " + provider.token();
        passes(
                browser.send("DELETE", "/posts", "", "Authorization", bearer, "Origin", "https://evil.invalid"),
                "deleted");
        assertThat(browser.send("POST", "/api/posts", "{}", HEADER, token).statusCode())
                .isEqualTo(401);
        assertThat(caller.send("DELETE", "/posts").statusCode()).isEqualTo(401);
    }

    @Test
    void otherCredentialsDoNotSignTheBrowserOut() {
        for (String shown : List.of("Basic eDp5", "Bearer " + provider.token())) {
            HttpResponse<String> response = browser.send("POST", "/logout", "", "Authorization", shown);
            assertThat(response.statusCode()).isNotIn(200, 303);
            assertThat(browser.get("/form").body()).isNotEqualTo("none");
        }
    }

    @Test
    void whoseSessionIsOverIsToldSo() {
        clock().putForward(Duration.ofHours(2));
        assertThat(browser.send("DELETE", "/posts", "", HEADER, token).statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/form").body()).isEqualTo("none");
    }

    @Test
    void aBodyThatIsTooLongIsNoFailureOfOurs() {
        String huge = "x".repeat(11 * 1024 * 1024);
        assertThat(browser.post("/posts", Map.of("text", huge)).statusCode()).isBetween(400, 499);
    }

    @Test
    void eachFormHasATokenOfItsOwn() {
        assertThat(browser.get("/form").body()).isNotEqualTo(token).hasSize(87);
    }
}
