package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People sign in with a real browser, at the local provider of the program as it is shipped. */
class BrowserSignInIT extends InLocalMode {

    @ParameterizedTest
    @CsvSource({
        "viewer, Local viewer, DESKTOP, viewer",
        "editor, Local editor, PHONE, create:cities",
        "admin, Local administrator, DESKTOP, manage:users"
    })
    void eachPersonSignsInAndComesBackToThePageHeWanted(
            String person, String name, Browser.Screen screen, String right) {
        try (Visit visit = browser.visit(screen, "en")) {
            visit.page().navigate(at("/account?from=here"));
            choose(visit.page(), person, "/account?from=here");
            assertThat(visit.page().locator("h1")).hasText(name);
            assertThat(visit.page().locator("main")).containsText(right);
            visit.screenshot("account-of-" + person);
            isSound(visit);
        }
    }

    @Test
    void thePagesSpeakFrenchToo() {
        try (Visit visit = browser.visit(Browser.Screen.PHONE, "fr")) {
            signIn(visit, "admin", "/account");
            assertThat(visit.page().locator("html")).hasAttribute("lang", "fr");
            assertThat(visit.page().locator("main")).containsText("Où vous êtes connecté");
            visit.screenshot("account-in-french");
            assertThat(visit.accessibilityFaults()).isEmpty();
        }
    }

    @Test
    void theCookieHoldsNothingThatCouldBeGuessedOrReadAndIsAnotherEachTime() {
        try (Visit visit = visit()) {
            signIn(visit, "editor", "/account");
            Cookie first = visit.cookie("session").orElseThrow();
            assertThat(first.value).matches("[A-Za-z0-9_-]{43}");
            assertThat(first.httpOnly).isTrue();
            assertThat(first.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(first.domain).isEqualTo("localhost");
            assertThat(first.path).isEqualTo("/");
            assertThat(first.expires).as("ends with the browser").isEqualTo(-1);
            visit.page().navigate(at("/oauth/login/local"));
            choose(visit.page(), "editor", "/account");
            assertThat(visit.session()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(first.value);
        }
    }

    @Test
    void noTokenReachesThePageItsStorageOrAnAddress() {
        try (Visit visit = visit()) {
            signIn(visit, "admin", "/account");
            assertThat(visit.inPlainSight())
                    .contains("/oauth/callback/local?code=")
                    .doesNotContain("eyJ")
                    .doesNotContain(visit.session());
            assertThat(visit.cookies()).noneMatch(cookie -> cookie.value.contains("eyJ"));
        }
    }

    @Test
    void twoTabsMaySignInAtOnceAndTheLaterOneCounts() {
        try (Visit visit = visit()) {
            Page first = visit.page();
            first.navigate(at("/account?tab=1"));
            Page second = first.context().newPage();
            second.navigate(at("/account?tab=2"));
            choose(first, "viewer", "/account?tab=1");
            choose(second, "editor", "/account?tab=2");
            first.reload();
            assertThat(first.locator("h1")).hasText("Local editor");
        }
    }

    @Test
    void aWayBackThatLedElsewhereLeadsToTheAccount() {
        try (Visit visit = visit()) {
            visit.page().navigate(at("/login?target=//evil.invalid/"));
            choose(visit.page(), "viewer", "/account");
            assertThat(visit.addresses()).noneMatch(address -> address.startsWith("http://evil.invalid"));
        }
    }

    @Test
    void aCallbackWorksOnce() {
        try (Visit visit = visit()) {
            signIn(visit, "viewer", "/account");
            String callback = visit.addresses().stream()
                    .filter(address -> address.contains("/oauth/callback/"))
                    .findFirst()
                    .orElseThrow();
            assertThat(visit.page().navigate(callback).status()).isBetween(400, 499);
            visit.screenshot("callback-used-twice");
            assertThat(visit.accessibilityFaults()).isEmpty();
        }
    }
}
