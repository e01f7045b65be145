package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** People find cities in a real browser, and edit them. */
class BrowserCitiesIT extends InLocalMode {

    @Override
    CityApiJar with(CityApiJar jar) {
        return jar.with("CITY_SEED", "cities15000");
    }

    private static void fill(Page form, String name, String country) {
        form.locator("#name").fill(name);
        form.locator("#countryCode").selectOption(country);
        form.locator("#population").fill("5");
    }

    private static List<String> names(Visit visit) {
        return visit.page().locator("td.name a").allTextContents();
    }

    @ParameterizedTest
    @CsvSource({
        "DESKTOP, en, LIGHT, Cities",
        "DESKTOP, fr, DARK, Villes",
        "PHONE, fr, LIGHT, Villes",
        "PHONE, en, DARK, Cities"
    })
    void everyPageIsSoundForEveryReader(Browser.Screen screen, String language, ColorScheme scheme, String title) {
        try (Visit visit = browser.visit(screen, language)) {
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            signIn(visit, "admin", "/cities");
            assertThat(visit.page().locator("h1")).hasText(title);
            for (String path : List.of(
                    "/cities",
                    "/cities?q=zzzzz",
                    "/cities/1",
                    "/cities/1/edit",
                    "/cities/new",
                    "/trash",
                    "/activity",
                    "/statistics",
                    "/tokens",
                    "/users",
                    "/about",
                    "/imports",
                    "/account")) {
                visit.page().navigate(at(path));
                visit.screenshot("cities" + path.replaceAll("[^a-z0-9]", "-") + "-" + screen + "-" + scheme);
                isSound(visit);
            }
        }
    }

    @Test
    void aSearchIsFollowedByTheKeyboardAlone() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            page.navigate(at("/cities"));
            page.locator("#q").focus();
            page.keyboard().type("Køben", new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(30));
            assertThat(page.locator("#suggestions [role=option]").first()).containsText("Copenhagen");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[aria-selected=true]")).containsText("Copenhagen");
            page.keyboard().press("Escape");
            assertThat(page.locator("#suggestions")).isHidden();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(at("/cities?q=K%C3%B8ben"));
            assertThat(page.locator("td.name").first()).containsText("Copenhagen");
            page.locator("#q").fill("");
            page.keyboard().type("Lond", new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(30));
            assertThat(page.locator("#suggestions [role=option]").first()).containsText("London");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("London");
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void aListIsFilteredSharedAndFoundAgain() {
        try (Visit visit = visit();
                Visit other = visit()) {
            Page page = visit.page();
            page.navigate(at("/cities"));
            page.locator("#country").selectOption("DE");
            assertThat(page).hasURL(at("/cities?country=DE"));
            assertThat(page.locator("td.name").first()).containsText("Berlin");
            link(page, "Name").click();
            assertThat(page).hasURL(Pattern.compile("\\?country=DE&sort=name$"));
            assertThat(page.locator("th.name")).hasAttribute("aria-sort", "ascending");
            List<String> shown = names(visit);
            other.page().navigate(page.url());
            assertThat(names(other)).isEqualTo(shown);
            link(page, "Show more").click();
            assertThat(page).hasURL(Pattern.compile("pages=2"));
            assertThat(page.locator("td.name")).hasCount(100);
            assertThat(page.locator("td.name a:focus")).hasText(names(visit).get(50));
            page.locator("td.name a").nth(70).click();
            assertThat(page.locator("h1")).isVisible();
            page.goBack();
            assertThat(page.locator("td.name")).hasCount(100);
            page.goBack();
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void whereSeveralCountriesAreChosenTheyStayUntilAnotherChoice() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            page.navigate(at("/cities?country=FR&country=MC"));
            page.locator("#band").selectOption("large");
            assertThat(page).hasURL(at("/cities?country=FR%2CMC&band=large"));
            page.locator("#q").fill("");
            Request asked = page.waitForRequest(
                    Pattern.compile("/suggest\\?"), () -> page.locator("#q").pressSequentially("n"));
            assertThat(page.locator("#suggestions [role=option]").first()).containsText("France");
            org.assertj.core.api.Assertions.assertThat(asked.url()).endsWith("&country=FR%2CMC");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("\\?q=n&country=FR%2CMC&band=large$"));
            page.locator("#country").selectOption("DE");
            assertThat(page).hasURL(Pattern.compile("\\?q=n&country=DE&band=large$"));
            page.locator("#country").selectOption("");
            assertThat(page).hasURL(Pattern.compile("\\?q=n&band=large$"));
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void aCityIsAddedChangedTakenBackDeletedAndRestored() {
        try (Visit visit = visit();
                Visit other = visit()) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities");
            link(page, "Add a city").click();
            page.locator("#name").fill("<b onclick=alert(1)>Bold</b> שלום");
            page.locator("#countryCode").selectOption("FR");
            page.locator("#population").fill("1 234");
            page.locator("#latitude").fill("48.85, 2.35");
            page.locator("#timezone").fill("Europe/Nowhere");
            button(page, "Add the city").click();
            assertThat(page.locator("#timezone-fault")).containsText("Europe/Nowhere");
            assertThat(page.locator("#longitude")).hasValue("2.35");
            page.locator("#timezone").fill("Europe/Paris");
            button(page, "Add the city").click();
            assertThat(page.locator(".notice[role=status]")).hasText("The city is added.");
            assertThat(page.locator("h1")).hasText("<b onclick=alert(1)>Bold</b> שלום");
            String city = page.url().replace("?added", "");

            signIn(other, "admin", "/cities");
            other.page().navigate(city + "/edit");
            page.navigate(city + "/edit");
            page.locator("#population").fill("7");
            button(page, "Save").click();
            assertThat(page.locator(".notice[role=status]")).containsText("Saved.");
            other.page().locator("#name").fill("Other");
            button(other.page(), "Save").click();
            assertThat(other.page().locator("h1")).hasText("Somebody else saved first");
            other.screenshot("conflict");
            assertThat(other.accessibilityFaults()).isEmpty();
            button(other.page(), "Save what is chosen").click();
            assertThat(other.page().locator("h1")).hasText("Other");
            assertThat(other.page().locator("dl.sheet").first()).containsText("7");
            button(other.page(), "Undo").click();
            assertThat(other.page().locator("h1")).hasText("<b onclick=alert(1)>Bold</b> שלום");

            page.navigate(city);
            button(page, "Delete").click();
            assertThat(page.locator(".notice[role=status]").first()).containsText("The city is deleted.");
            page.navigate(at("/trash"));
            page.locator("tr", new Page.LocatorOptions().setHasText("Bold"))
                    .getByRole(AriaRole.BUTTON)
                    .click();
            assertThat(page.locator("h1")).containsText("Bold");
            assertThat(page.locator(".history li").first()).containsText("Restored");
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void aCellIsEditedInItsPlace() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities");
            page.navigate(at("/cities?country=MC"));
            String before = page.locator("td.population").first().innerText();
            page.locator("td.population .pen").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("form.cell input:focus")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("form.cell")).hasCount(0);
            assertThat(page.locator("td.population").first()).hasText(before);
            assertThat(page.locator("td.population .pen:focus")).hasCount(1);
            page.keyboard().press("Enter");
            page.locator("form.cell input:focus").fill("12345");
            page.keyboard().press("Enter");
            assertThat(page.locator("td.population").first()).containsText("12,345");
            assertThat(page.locator("#toast")).containsText("Saved.");
            assertThat(visit.accessibilityFaults()).isEmpty();
            button(page, "Undo").click();
            assertThat(page).hasURL(Pattern.compile("/cities\\?country=MC&undone=\\d+$"));
            assertThat(page.locator(".notice[role=status]").first()).containsText("Taken back.");
            assertThat(page.locator("td.population").first()).hasText(before);
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void aCellThatIsLeftKeepsTheNameThatWasFound() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities");
            page.navigate(at("/cities?q=lisboa"));
            String before = page.locator("td.name").first().innerText();
            assertThat(before).contains("Lisbon", "Lisboa");
            page.locator("td.name .pen").first().click();
            page.locator("form.cell input:focus").press("Escape");
            assertThat(page.locator("form.cell")).hasCount(0);
            assertThat(page.locator("td.name small").first()).hasText("Lisboa");
            assertThat(page.locator("td.name").first().innerText()).isEqualTo(before);
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void aFormTellsAsOneGoesWhatIsWrong() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities/new");
            page.locator("#name").fill("A");
            page.locator("#countryCode").selectOption("FR");
            page.locator("#population").fill("many");
            List<Route> slow = new ArrayList<>();
            page.route("**/cities/check", route -> {
                if (slow.isEmpty() && route.request().postData().contains("field=latitude")) {
                    slow.add(route);
                } else {
                    route.resume();
                }
            });
            page.locator("#latitude").fill("2.35");
            assertThat(page.locator("#population-fault")).hasText("Enter a whole number, such as 2100000.");
            assertThat(page.locator("#population")).hasAttribute("aria-invalid", "true");
            page.locator("#population").fill("7");
            page.locator("#longitude").fill("48.85");
            page.locator("#adminCode").focus();
            assertThat(page.locator("#population-fault")).hasText("");
            // What is said of both halves is not taken back by the late answer to the first.
            slow.get(0).resume();
            page.waitForFunction("() => !document.querySelector('.htmx-request')");
            assertThat(page.locator("#place-hint")).containsText("look swapped");
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void whoWasSignedOutMeanwhileGoesOn() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities/new");
            fill(page, "Typed long", "DE");
            try (Page tab = page.context().newPage()) {
                tab.navigate(at("/account"));
                signOut(tab);
            }
            button(page, "Add the city").click();
            assertThat(page.locator("[role=alert]")).containsText("You are not signed in any more");
            assertThat(page.locator("#name")).hasValue("Typed long");
            Page tab = page.waitForPopup(() -> link(page, "Sign in (new tab)").click());
            tab.locator("button[value=editor]").click();
            assertThat(tab.locator("h1")).hasText("You are signed in");
            tab.close();
            button(page, "I am signed in again: go on").click();
            assertThat(page.locator("#name")).hasValue("Typed long");
            button(page, "Add the city").click();
            assertThat(page.locator("h1")).hasText("Typed long");
        }
    }

    @Test
    void whoHasSignedInAnewMeanwhileSavesOnceMore() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities/new");
            fill(page, "Typed longer", "DE");
            try (Page tab = page.context().newPage()) {
                tab.navigate(at("/account"));
                signOut(tab);
                tab.navigate(at("/login?target=/account"));
                choose(tab, "editor", "/account");
            }
            page.locator("#otherNames").press("Control+Home");
            button(page, "Add the city").click();
            assertThat(page.locator("[role=alert]")).containsText("You have signed in anew");
            assertThat(page.locator("#name")).hasValue("Typed longer");
            button(page, "Add the city").click();
            assertThat(page.locator("h1")).hasText("Typed longer");
        }
    }

    @ParameterizedTest
    @EnumSource(Browser.Screen.class)
    void longNamesFit(Browser.Screen screen) {
        try (Visit visit = browser.visit(screen, "en")) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities/new");
            fill(page, "W".repeat(200), "IS");
            page.locator("#otherNames").fill("M".repeat(200));
            button(page, "Add the city").click();
            if (page.locator("[name=confirmed]").count() > 0) {
                page.locator("[name=confirmed]").click();
            }
            assertThat(page.locator("h1")).hasText("W".repeat(200));
            String city = page.url().replace("?added", "");
            for (String path : List.of(city, city + "/edit", at("/cities?country=IS"), at("/activity"))) {
                page.navigate(path);
                assertThat(visit.isTooWide()).as(path).isFalse();
            }
        }
    }

    @Test
    void whatHasTheFocusIsNotHiddenByTheHeadOfTheTable() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            page.navigate(at("/cities"));
            page.locator("td.name a").nth(45).focus();
            for (int i = 0; i < 40; i++) {
                page.keyboard().press("Shift+Tab");
                assertThat((Boolean) page.evaluate("""
                                () => document.querySelector('.cities thead th').getBoundingClientRect().bottom
                                    <= document.activeElement.getBoundingClientRect().top""")).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Browser.Screen.class)
    void nothingNeedsAScript(Browser.Screen screen) {
        try (Visit visit = browser.visitWithoutScripts(screen, "en")) {
            Page page = visit.page();
            page.navigate(at("/cities"));
            page.locator("#q").fill("Genève");
            button(page, "Find").click();
            assertThat(page).hasURL(at("/cities?q=Gen%C3%A8ve"));
            assertThat(page.locator("td.name").first()).containsText("Genève");
            page.navigate(at("/cities"));
            link(page, "Show more").click();
            assertThat(page.locator("td.name")).hasCount(100);
            button(page, "Français").click();
            assertThat(page.locator("h1")).hasText("Villes");
            button(page, "Sombre").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        }
    }
}
