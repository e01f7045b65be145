package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped, in local mode, and a real browser to sign in to it with. */
abstract class InLocalMode {

    @TempDir
    static Path folder;

    static Browser browser;
    static RunningJar register;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        register = CityApiJar.in(folder).with("CITY_SEED", "none").start().awaitReady();
    }

    @AfterAll
    static void stop() {
        register.close();
        browser.close();
    }

    static String at(String path) {
        return "http://localhost:" + register.port() + path;
    }

    static Visit visit() {
        return browser.visit(Browser.Screen.DESKTOP, "en");
    }

    static void signIn(Visit visit, String person, String path) {
        visit.page().navigate(at(path));
        visit.page().locator("button[value=" + person + "]").click();
        assertThat(visit.page()).hasURL(at(path));
    }

    static void signOut(Visit visit) {
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(visit.page()).hasURL(at("/login?signed-out"));
    }

    static String sessionOf(Visit visit) {
        return visit.cookie("session").orElseThrow().value;
    }

    static int statusOfAccount(String session) {
        return register.get("/account", "Cookie: session=" + session, "Accept: text/html")
                .statusCode();
    }
}
