package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People sign in and out with a real browser at a real OpenID Connect server. */
class KeycloakSignInIT {

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Keycloak keycloak;
    private static RunningJar register;

    @BeforeAll
    static void start(@TempDir Path provider) {
        browser = Browser.start();
        CityApiJar jar = CityApiJar.in(folder).with("CITY_SEED", "none");
        keycloak = Keycloak.start(provider, jar.port());
        register = keycloak.trustedBy(jar).start().awaitReady();
    }

    @AfterAll
    static void stop() {
        register.close();
        keycloak.close();
        browser.close();
    }

    private static String at(String path) {
        return "http://localhost:" + register.port() + path;
    }

    private static Visit visit() {
        return browser.visit(Browser.Screen.DESKTOP, "en");
    }

    /** As Keycloak's page wants it. */
    private static void giveThePassword(Visit visit, String person) {
        visit.page().locator("#username").fill(person);
        visit.page().locator("#password").fill("password-of-" + person);
        visit.page().locator("#kc-login").click();
    }

    private static void signIn(Visit visit, String person) {
        visit.page().navigate(at("/account?from=here"));
        giveThePassword(visit, person);
        assertThat(visit.page()).hasURL(at("/account?from=here"));
    }

    private static void signOut(Visit visit) {
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        // It was shown no token of the person's, so it asks whether it is meant.
        assertThat(visit.page().locator("#kc-logout")).isVisible();
    }

    private static void isAskedForThePassword(Visit visit) {
        visit.page().navigate(at("/account?from=here"));
        assertThat(visit.page().locator("#password")).isVisible();
        assertThat(visit.page().url()).startsWith(keycloak.issuer());
    }

    @ParameterizedTest
    @CsvSource({
        "vera, Vera Viewer, viewer, 'read, as everybody'",
        "eddie, Eddie Editor, viewer, 'create:cities, update:cities, delete:cities, import:cities, read:history'",
        "ada, Ada Administrator, administrator, manage:users",
        "mallory, Mallory Mimic, viewer, 'read, as everybody'"
    })
    void eachPersonIsKnownByNameAndByWhatTheRealmAndAVerifiedAddressSay(
            String person, String name, String role, String rights) {
        try (Visit visit = visit()) {
            signIn(visit, person);
            visit.screenshot("keycloak-" + person);
            assertThat(visit.page().locator("h1")).hasText(name);
            assertThat(visit.page().locator("main")).containsText(rights);
            assertThat(visit.page().locator("main dd").nth(2)).hasText(role);
            assertThat(visit.inPlainSight()).contains("&iss=").doesNotContain("eyJ");
            assertThat(visit.cookies())
                    .filteredOn(cookie -> cookie.name.equals("session"))
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue());
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void noMoreIsAskedForThanWhoItIsAndInTheSafeWay() {
        try (Visit visit = visit()) {
            signIn(visit, "vera");
            assertThat(visit.addresses())
                    .filteredOn(address -> address.startsWith(keycloak.issuer() + "/protocol/openid-connect/auth?"))
                    .singleElement()
                    .asString()
                    .contains("response_type=code&", "code_challenge_method=S256", "nonce=", "state=")
                    .containsPattern("scope=openid(\\+|%20)profile(\\+|%20)email(&|$)");
        }
    }

    @Test
    void aSignOutEndsTheSessionAtTheProviderToo() {
        try (Visit visit = visit()) {
            signIn(visit, "eddie");
            String old = visit.cookie("session").orElseThrow().value;
            signOut(visit);
            visit.page().locator("#kc-logout").click();
            assertThat(visit.page()).hasURL(at("/login?signed-out"));
            assertThat(register.get("/account", "Cookie: session=" + old).statusCode())
                    .isEqualTo(401);
            isAskedForThePassword(visit);
            // It would still know the name of somebody who has a session there.
            assertThat(visit.page().locator("#username")).isVisible();
        }
    }

    @Test
    void whoWalksAwayFromTheProvidersQuestionIsAskedForThePasswordAllTheSame() {
        try (Visit visit = visit()) {
            signIn(visit, "eddie");
            signOut(visit);
            isAskedForThePassword(visit);
            visit.page().locator("#password").fill("password-of-eddie");
            visit.page().locator("#kc-login").click();
            assertThat(visit.page()).hasURL(at("/account?from=here"));
        }
    }

    @Test
    void aWrongPasswordLetsNobodyIn() {
        try (Visit visit = visit()) {
            visit.page().navigate(at("/account"));
            visit.page().locator("#username").fill("ada");
            visit.page().locator("#password").fill("password-of-vera");
            visit.page().locator("#kc-login").click();
            assertThat(visit.page().locator("#password")).isVisible();
            assertThat(visit.cookie("session")).isEmpty();
        }
    }
}
