package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.cityapi.auth.local.LocalProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of local mode where one chooses who to be, as people see and use it. */
class LocalPageIT {

    private static final String CALLBACK = "/oauth/callback/local";

    private static Browser browser;
    private static SmallSite application;
    private static LocalProvider provider;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        application = SmallSite.start().with(CALLBACK, 200, "<!doctype html><title>Back</title>");
        provider = LocalProvider.start(0);
    }

    @AfterAll
    static void stop() {
        provider.close();
        application.close();
        browser.close();
    }

    private static Visit visit(Browser.Screen screen, String language, ColorScheme scheme) {
        Visit visit = browser.visit(screen, language);
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        visit.page()
                .navigate(provider.issuer()
                        + "/authorize?response_type=code&scope=openid&state=the-state&nonce=the-nonce"
                        + "&code_challenge_method=S256&code_challenge=" + "A".repeat(43)
                        + "&client_id=" + LocalProvider.CLIENT_ID + "&redirect_uri=" + application.at(CALLBACK));
        return visit;
    }

    private static Visit visit() {
        return visit(Browser.Screen.DESKTOP, "en", ColorScheme.LIGHT);
    }

    private static void isBackWithACode(Visit visit) {
        assertThat(visit.page()).hasTitle("Back");
        assertThat(visit.page().url())
                .startsWith(application.at(CALLBACK) + "?code=")
                .contains("&state=the-state");
        assertThat(visit.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DESKTOP, en, LIGHT, Who are you?",
        "DESKTOP, fr, DARK, Qui êtes-vous ?",
        "PHONE, en, DARK, Who are you?",
        "PHONE, fr, LIGHT, Qui êtes-vous ?"
    })
    void everybodyCanReadIt(Browser.Screen screen, String language, ColorScheme scheme, String title) {
        try (Visit visit = visit(screen, language, scheme)) {
            visit.screenshot("local-page-%s-%s-%s".formatted(screen, language, scheme));
            assertThat(visit.page().locator("h1")).hasText(title);
            assertThat(visit.page().locator("html")).hasAttribute("lang", language);
            assertThat(visit.page().getByRole(AriaRole.BUTTON)).hasCount(3);
            assertThat(visit.accessibilityFaults()).isEmpty();
            assertThat(visit.isTooWide()).isFalse();
            assertThat(visit.faults()).isEmpty();
            assertThat(visit.cookies()).isEmpty();
        }
    }

    @Test
    void oneChoosesWithTheMouse() {
        try (Visit visit = visit()) {
            visit.page().getByText("Editor").click();
            isBackWithACode(visit);
        }
    }

    @Test
    void oneChoosesWithTheKeyboardAloneAndSeesWhereOneIs() {
        try (Visit visit = visit()) {
            Locator editor = visit.page().locator("button[value=editor]");
            assertThat(editor).not().isFocused();
            assertThat(editor).hasCSS("outline-style", "none");
            visit.page().keyboard().press("Tab");
            visit.page().keyboard().press("Tab");
            assertThat(editor).isFocused();
            assertThat(editor).hasCSS("outline-style", "solid");
            visit.page().keyboard().press("Enter");
            isBackWithACode(visit);
        }
    }
}
