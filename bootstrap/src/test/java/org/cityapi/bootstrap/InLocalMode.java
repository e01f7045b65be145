package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped, in local mode, and a real browser to use it with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InLocalMode {

    static Browser browser;
    static RunningJar register;

    @BeforeAll
    void start(@TempDir Path folder) {
        browser = Browser.start();
        // Each test signs in anew, and on a fast machine more often than people do.
        register = with(CityApiJar.in(folder).with("RATE_LIMIT_SIGN_IN", "1000"))
                .start()
                .awaitReady();
    }

    /** How it is set up; it has no city, where this does not say otherwise. */
    CityApiJar with(CityApiJar jar) {
        return jar.with("CITY_SEED", "none");
    }

    @AfterAll
    void stop() {
        register.close();
        browser.close();
    }

    static String at(String path) {
        return "http://localhost:" + register.port() + path;
    }

    static Visit visit() {
        return browser.visit(Browser.Screen.DESKTOP, "en");
    }

    static Locator button(Page page, String name) {
        return named(page, AriaRole.BUTTON, name);
    }

    static Locator link(Page page, String name) {
        return named(page, AriaRole.LINK, name);
    }

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** Signs in on the way to that path. */
    static void signIn(Visit visit, String person, String path) {
        visit.page().navigate(at("/login?target=" + path));
        choose(visit.page(), person, path);
    }

    /** Says who one is, where one is asked on the way to that path. */
    static void choose(Page page, String person, String path) {
        page.locator("button[value=" + person + "]").click();
        assertThat(page).hasURL(at(path));
    }

    /** Signs out on a page that offers it. */
    static void signOut(Page page) {
        button(page, "Sign out").click();
        assertThat(page).hasURL(at("/login?signed-out"));
    }

    /** Fits, and nothing is wrong with it for axe, the console and the network. */
    static void isSound(Visit visit) {
        assertThat(visit.accessibilityFaults()).isEmpty();
        assertThat(visit.isTooWide()).isFalse();
        assertThat(visit.faults()).isEmpty();
    }
}
