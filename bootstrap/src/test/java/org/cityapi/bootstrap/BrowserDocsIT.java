package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People read the documentation of the API in a real browser, and try the API out in it. */
class BrowserDocsIT extends InLocalMode {

    private static final Pattern LENT = Pattern.compile("cityapi_[0-9A-Za-z]{36}");

    /** What axe finds in Swagger UI itself, as docs/deliberate.md says. */
    private static final List<String> SWAGGER_UIS_OWN =
            List.of("heading-order: ", "landmark-unique: ", "nested-interactive: ", "region: ");

    private static void open(Visit visit) {
        visit.page().navigate(at("/api/docs"));
        assertThat(visit.page().locator("#operations-Cities-createCity")).isVisible();
    }

    private static void openAsEditor(Visit visit) {
        open(visit);
        visit.page().locator("#sign-in").click();
        choose(visit.page(), "editor", "/api/docs");
        assertThat(caller(visit)).hasText(Pattern.compile("done by Local editor"));
    }

    private static Locator caller(Visit visit) {
        return visit.page().locator("#caller p:visible").first();
    }

    private static Locator operation(Visit visit, String id) {
        return visit.page().locator("#operations-Cities-" + id);
    }

    /** Opens an operation to be tried out. */
    private static Locator unfold(Visit visit, String id) {
        Locator operation = operation(visit, id);
        operation.locator(".opblock-summary-control").click();
        operation.locator(".try-out__btn").click();
        return operation;
    }

    private static void executed(Locator operation, String status) {
        operation.locator(".execute").click();
        assertThat(operation.locator(".live-responses-table tbody .response-col_status"))
                .hasText(Pattern.compile("^\\s*" + status));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    private static void isSoundButForSwagger(Visit visit) {
        assertThat(visit.accessibilityFaults())
                .filteredOn(fault -> SWAGGER_UIS_OWN.stream().noneMatch(fault::startsWith))
                .isEmpty();
        assertThat(visit.isTooWide()).isFalse();
        assertThat(visit.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, en, Sign in to try it out, Version 1", "PHONE, fr, Se connecter pour essayer, Version\u00a01"
    })
    void anybodyCanReadItUnderTheStrictPolicy(Browser.Screen screen, String language, String signIn, String version) {
        try (Visit visit = browser.visit(screen, language)) {
            open(visit);
            assertThat(visit.page().locator("#sign-in")).hasText(signIn);
            unfold(visit, "createCity");
            visit.screenshot("docs-" + screen);
            isSoundButForSwagger(visit);
            visit.page().locator("[data-document$='v1.json']").click();
            assertThat(visit.page().locator("[aria-pressed=true]")).hasText(version);
            assertThat(operation(visit, "createCity").locator(".opblock-summary-path"))
                    .hasText(Pattern.compile("v1"));
            assertThat(visit.faults()).isEmpty();
            assertThat(visit.addresses()).allMatch(address -> address.startsWith(at("/")));
        }
    }

    @Test
    void whoSignsInTriesItOutAsHimself() {
        try (Visit visit = visit()) {
            openAsEditor(visit);
            executed(unfold(visit, "listCities"), "200");
            Locator adding = unfold(visit, "createCity");
            executed(adding, "201");
            String answer = adding.locator(".live-responses-table").innerText();
            String tag = found(Pattern.compile("\"\\d+\\.\\d+\\.en\""), answer);
            visit.screenshot("docs-tried-out");
            isSoundButForSwagger(visit);

            Locator deleting = unfold(visit, "deleteCity");
            deleting.locator("tr[data-param-name=id] input").fill(found(Pattern.compile("\\d+"), tag));
            deleting.locator("tr[data-param-name=If-Match] input").fill(tag);
            executed(deleting, "204");
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void theLentTokenIsInNoStorageAndNoAddressAndEndsWithASignOut() {
        try (Visit visit = visit()) {
            openAsEditor(visit);
            assertThat(visit.inPlainSight()).doesNotContain("cityapi_");
            Locator adding = unfold(visit, "createCity");
            executed(adding, "201");
            String token = "Authorization: Bearer "
                    + found(LENT, adding.locator(".curl").innerText());
            assertThat(register.get("/api/v2/me", token).statusCode()).isEqualTo(200);
            visit.page().locator("[data-do=end]").click();
            assertThat(caller(visit)).hasText(Pattern.compile("signed in as Local editor"));
            assertThat(visit.page().locator(".auth-wrapper .authorize")).hasClass(Pattern.compile("unlocked"));
            visit.page()
                    .waitForCondition(() -> register.get("/api/v2/me", token).statusCode() == 401);
            assertThat(visit.faults()).isEmpty();
            adding.locator(".execute").click();
            assertThat(adding.locator(".live-responses-table tbody .response-col_status"))
                    .hasText(Pattern.compile("401"));
        }
    }

    @Test
    void theVersionsShareTheToken() {
        try (Visit visit = visit()) {
            openAsEditor(visit);
            visit.page().locator("[data-document$='v1.json']").click();
            assertThat(operation(visit, "listCities").locator(".opblock-summary-path"))
                    .hasText(Pattern.compile("v1"));
            assertThat(visit.page().locator(".auth-wrapper .authorize")).not().hasClass(Pattern.compile("unlocked"));
        }
    }

    @Test
    void aSecondWindowTakesOverAndTheFirstSaysSo() {
        try (Visit visit = visit()) {
            openAsEditor(visit);
            Page second = visit.page().context().newPage();
            second.navigate(at("/api/docs"));
            second.locator("[data-when=known] [data-do=lend]").click();
            assertThat(second.locator("[data-do=end]")).isVisible();
            Locator adding = unfold(visit, "createCity");
            adding.locator(".execute").click();
            assertThat(caller(visit)).hasText(Pattern.compile("no longer speaks for you"));
        }
    }

    @Test
    void aPastedTokenWorksToo() {
        try (Visit visit = visit()) {
            open(visit);
            String body = "{\"name\":\"pasted\",\"scopes\":[\"create:cities\"]}";
            String made = register.send(
                            "POST",
                            "/api/v2/tokens",
                            body,
                            register.bearer("local-editor"),
                            "Content-Type: application/json")
                    .body();
            visit.page().locator(".auth-wrapper .authorize").click();
            isSoundButForSwagger(visit);
            visit.page().locator("#auth-bearer-value").fill(found(LENT, made));
            visit.page().locator(".auth-btn-wrapper .authorize").click();
            visit.page().locator(".close-modal").click();
            executed(unfold(visit, "createCity"), "201");
            assertThat(visit.faults()).isEmpty();
        }
    }
}
