package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do besides what is meant: press twice, open two tabs, go back, lose the network, use no mouse. */
class BrowserTroubleIT extends InLocalMode {

    /** Faster than any hand: a form that is there already, and not yet HTMX's, would be sent as a page of its own. */
    private static final String SAVED_AS_SOON_AS_OPEN = """
            (cell, value) => new MutationObserver((_, observer) => {
                const form = cell.querySelector('form.cell');
                if (!form) return;
                observer.disconnect();
                form.elements.population.value = value;
                form.requestSubmit();
            }).observe(cell, {childList: true, subtree: true})
            """;

    /** In one go: while a page is on its way to the next, nothing can be asked of it. */
    private static final String SENT_TWICE_AND_TYPED_IN = """
            () => {
                const form = document.querySelector('form.sheet');
                const note = name => sessionStorage.setItem(name, document.getElementById('toast').textContent);
                form.requestSubmit();
                setTimeout(() => {
                    form.requestSubmit();
                    note('sentTwice');
                }, 1000);
                setTimeout(() => {
                    form.elements.population.dispatchEvent(new Event('input', {bubbles: true}));
                    note('typedIn');
                    form.requestSubmit();
                }, 4000);
            }
            """;

    private static Visit signedIn(String person, String path) {
        Visit visit = visit();
        signIn(visit, person, path);
        return visit;
    }

    private static void fill(Page form, String name) {
        form.locator("#name").fill(name);
        form.locator("#countryCode").selectOption("DE");
        form.locator("#population").fill("5");
    }

    /** The address of a new city. */
    private static String add(Page page, String name) {
        page.navigate(at("/cities/new"));
        fill(page, name);
        button(page, "Add the city").click();
        assertThat(page.locator("h1")).hasText(name);
        return page.url().replace("?added", "");
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, Cities Statistics API",
        "editor, Cities Statistics Activity Imports Trash API",
        "admin, Cities Statistics Activity Imports Trash Users API"
    })
    void eachRoleIsOfferedWhatItMayDo(String person, String pages) {
        try (Visit visit = signedIn(person, "/cities")) {
            Page page = visit.page();
            assertThat(String.join(" ", page.locator("nav.main a").allTextContents()))
                    .isEqualTo(pages);
            assertThat(page.locator("#add")).hasCount(person.equals("viewer") ? 0 : 1);
            for (Object path : (List<?>) page.locator("nav.main a").evaluateAll("all => all.map(a => a.href)")) {
                assertThat(page.navigate(path.toString()).status()).isEqualTo(200);
            }
            assertThat(page.navigate(at("/users")).status()).isEqualTo(person.equals("admin") ? 200 : 403);
            assertThat(page.navigate(at("/cities/new")).status()).isEqualTo(person.equals("viewer") ? 403 : 200);
        }
    }

    @Test
    void whoPressesTwiceAddsOneCity() {
        try (Visit visit = signedIn("editor", "/cities/new")) {
            Page page = visit.page();
            fill(page, "Doubleton");
            button(page, "Add the city").dblclick();
            assertThat(page.locator("h1")).hasText("Doubleton");
            page.reload();
            page.navigate(at("/cities?q=doubleton"));
            assertThat(page.locator("td.name")).hasCount(1);
        }
    }

    @Test
    void aFormOnItsWayIsSentOnce() {
        try (Visit visit = signedIn("editor", "/cities/new")) {
            Page page = visit.page();
            List<Route> held = new CopyOnWriteArrayList<>();
            page.route(at("/cities"), held::add);
            fill(page, "Heldham");
            page.evaluate(SENT_TWICE_AND_TYPED_IN);
            page.waitForTimeout(2500);
            assertThat(held).hasSize(1);
            page.waitForCondition(() -> held.size() == 2);
            held.get(1).resume();
            assertThat(page.locator("h1")).hasText("Heldham");
            assertThat(page.evaluate("() => ['sentTwice', 'typedIn'].map(name => sessionStorage.getItem(name))"))
                    .isEqualTo(List.of("It is being sent.", ""));
        }
    }

    @Test
    void ofTwoTabsTheSecondIsToldWhatTheFirstSaved() {
        try (Visit visit = signedIn("editor", "/cities");
                Page other = visit.page().context().newPage()) {
            Page page = visit.page();
            String city = add(page, "Tabworth");
            page.navigate(city + "/edit");
            other.navigate(city + "/edit");
            page.locator("#population").fill("6");
            button(page, "Save").click();
            assertThat(page.locator(".notice[role=status]").first()).containsText("Saved.");
            other.locator("#population").fill("7");
            other.locator("#otherNames").fill("Tabbington");
            button(other, "Save").click();
            assertThat(other.locator("h1")).hasText("Somebody else saved first");
            assertThat(other.locator("main")).containsText("Tabbington");
        }
    }

    @Test
    void whoLeavesAFormThatHeHasTypedInIsAsked() {
        try (Visit visit = signedIn("editor", "/cities/new")) {
            Page page = visit.page();
            List<String> asked = new ArrayList<>();
            page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            page.locator("#name").fill("Leavenworth");
            page.locator("nav.main a").first().click();
            page.waitForCondition(() -> asked.size() == 1);
            assertThat(page.locator("#name")).hasValue("Leavenworth");
            page.locator("#countryCode").selectOption("DE");
            page.locator("#population").fill("5");
            button(page, "Add the city").click();
            assertThat(page.locator("h1")).hasText("Leavenworth");
            page.navigate(at("/cities/new"));
            page.navigate(at("/cities"));
            assertThat(asked).containsExactly("beforeunload");
        }
    }

    @Test
    void aCityIsAddedChangedAndDeletedByTheKeyboardAlone() {
        try (Visit visit = signedIn("editor", "/cities")) {
            Page page = visit.page();
            tabTo(page, "Add a city");
            page.keyboard().press("Enter");
            assertThat(page.locator("#name:focus")).isVisible();
            page.keyboard().type("Keyham");
            page.keyboard().press("Tab");
            page.keyboard().type("Germ");
            page.keyboard().press("Tab");
            page.keyboard().type("12");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Keyham");
            assertThat(page.locator("dl.sheet").first()).containsText("Germany");
            tabTo(page, "Edit");
            page.keyboard().press("Enter");
            page.locator("#population").focus();
            page.keyboard().press("Control+A");
            page.keyboard().type("x");
            page.keyboard().press("Enter");
            assertThat(page.locator("#summary:focus")).isVisible();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#population:focus")).isVisible();
            page.keyboard().press("Control+A");
            page.keyboard().type("34");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice[role=status]").first()).containsText("Saved.");
            tabTo(page, "Undo");
            page.keyboard().press("Enter");
            assertThat(page.locator("dl.sheet").first()).containsText("12");
            tabTo(page, "Delete");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice[role=status]").first()).containsText("The city is deleted.");
        }
    }

    /** Goes on from where the keyboard is, as far as a page has anything to stop at. */
    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            String text = (String) page.evaluate("() => document.activeElement.textContent.trim()");
            boolean seen =
                    (Boolean) page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                            + " || document.activeElement === document.body");
            assertThat(seen).as("the focus is seen on " + text).isTrue();
            if (text.equals(name)) {
                return;
            }
        }
        throw new AssertionError("The keyboard never comes to " + name);
    }

    @Test
    void withoutTheNetworkAListSaysSoAndStays() {
        try (Visit visit = signedIn("editor", "/cities")) {
            Page page = visit.page();
            add(page, "Offham");
            page.navigate(at("/cities"));
            page.context().setOffline(true);
            page.locator("#country").selectOption("DE");
            assertThat(page.locator("#toast")).isVisible();
            assertThat(page.locator("#toast")).containsText("cannot be reached");
            assertThat(page.locator("td.name").first()).isVisible();
            page.context().setOffline(false);
            page.locator("#band").selectOption("tiny");
            assertThat(page).hasURL(Pattern.compile("[?&]country=DE"));
            assertThat(page).hasURL(Pattern.compile("[?&]band=tiny"));
        }
    }

    @Test
    void aFormStaysWhereTheServerDoesNotAnswer() {
        try (Visit visit = signedIn("editor", "/cities/new")) {
            Page page = visit.page();
            fill(page, "Downham");
            page.route("**/signed-in", Route::abort);
            button(page, "Add the city").click();
            assertThat(page.locator("#toast")).containsText("cannot be reached");
            assertThat(page).hasURL(at("/cities/new"));
            assertThat(page.locator("#name")).hasValue("Downham");
            page.unroute("**/signed-in");
            page.route(
                    "**/signed-in",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(503)
                            .setBody("<main class=error><h1>Not available</h1><p>The database is away.</p>")));
            button(page, "Add the city").click();
            assertThat(page.locator("#toast")).hasText("The database is away.");
            page.unroute("**/signed-in");
            button(page, "Add the city").click();
            assertThat(page.locator("h1")).hasText("Downham");
            page.navigate(at("/cities/new"));
            page.evaluate("() => { AbortSignal.timeout = undefined; }");
            fill(page, "Oldham");
            button(page, "Add the city").click();
            assertThat(page.locator("h1")).hasText("Oldham");
        }
    }

    @Test
    void aCellShowsWhatWasSavedAlsoWhereTheNetworkIsGone() {
        try (Visit visit = signedIn("editor", "/cities")) {
            Page page = visit.page();
            add(page, "Netham");
            page.navigate(at("/cities?q=netham"));
            Locator cell = page.locator("td.population");
            cell.evaluate(SAVED_AS_SOON_AS_OPEN, "77");
            cell.locator(".pen").click();
            assertThat(cell).containsText("77 ✎");
            assertThat(page).hasURL(at("/cities?q=netham"));
            page.context().setOffline(true);
            cell.locator(".pen").click();
            assertThat(page.locator("#toast")).hasText("The server cannot be reached. Try again in a moment.");
            assertThat(cell).containsText("77 ✎");
            page.context().setOffline(false);
            cell.locator(".pen").click();
            page.context().setOffline(true);
            cell.locator("input[name=population]").press("Escape");
            assertThat(cell).containsText("77 ✎");
            assertThat(cell.locator(".pen")).isFocused();
        }
    }

    @Test
    void aCellIsLeftInItsPlaceAlsoWhereItsCityIsGone() {
        try (Visit visit = signedIn("editor", "/cities");
                Page other = visit.page().context().newPage()) {
            Page page = visit.page();
            String city = add(page, "Cellham");
            page.navigate(at("/cities?q=cellham"));
            Locator cell = page.locator("td.population");
            cell.locator(".pen").click();
            cell.locator("input[name=population]").fill("77");
            other.navigate(city);
            button(other, "Delete").click();
            assertThat(other.locator(".notice[role=status]").first()).containsText("The city is deleted.");
            page.keyboard().press("Enter");
            assertThat(page.locator("#toast")).containsText("was deleted");
            assertThat(cell.locator("input[name=population]")).hasValue("77");
            page.keyboard().press("Escape");
            assertThat(cell).containsText("5 ✎");
            assertThat(cell.locator(".pen")).isFocused();
            assertThat(page).hasURL(at("/cities?q=cellham"));
        }
    }

    @Test
    void aCellThatIsOpenIsNotLostWithTheListUnasked() {
        try (Visit visit = signedIn("editor", "/cities")) {
            Page page = visit.page();
            add(page, "Cellton");
            page.navigate(at("/cities?q=cellton"));
            Locator cell = page.locator("td.population");
            cell.locator(".pen").click();
            cell.locator("input[name=population]").fill("77");
            List<String> asked = new ArrayList<>();
            page.onceDialog(dialog -> {
                asked.add(dialog.message());
                dialog.dismiss();
            });
            page.locator("#sort-name").click();
            assertThat(cell.locator("input[name=population]")).hasValue("77");
            assertThat(asked).singleElement().asString().contains("is not saved yet");
            cell.locator("input[name=population]").fill("many");
            cell.locator("button").click();
            assertThat(cell.locator(".fault")).containsText("whole number");
            page.onceDialog(dialog -> {
                asked.add("refused");
                dialog.dismiss();
            });
            page.locator("#sort-name").click();
            assertThat(cell.locator("input[name=population]")).hasValue("many");
            assertThat(asked).contains("refused");
            page.onceDialog(Dialog::accept);
            page.locator("#sort-name").click();
            assertThat(page.locator("form.cell")).hasCount(0);
            assertThat(page).hasURL(Pattern.compile("sort=name"));
        }
    }

    @Test
    void aCellIsGoneOnWithAfterSigningInAnew() {
        try (Visit visit = signedIn("editor", "/cities");
                Page other = visit.page().context().newPage()) {
            Page page = visit.page();
            String city = add(page, "Sessionham");
            page.navigate(at("/cities?q=sessionham"));
            Locator cell = page.locator("td.population");
            cell.locator(".pen").click();
            cell.locator("input[name=population]").fill("77");
            other.navigate(at("/account"));
            signOut(other);
            page.keyboard().press("Enter");
            assertThat(cell).containsText("You are not signed in any more");
            other.navigate(at("/login?target=/account"));
            choose(other, "editor", "/account");
            cell.locator("input[name=population]").press("Enter");
            assertThat(cell).containsText("You have signed in anew");
            assertThat(visit.accessibilityFaults()).isEmpty();
            cell.locator("input[name=population]").press("Enter");
            assertThat(cell).containsText("77 ✎");
            page.navigate(city);
            button(page, "Delete").click();
        }
    }

    @Test
    void namesFromRightToLeftAndWithMarkupStandAsTheyAre() {
        try (Visit visit = signedIn("editor", "/cities")) {
            Page page = visit.page();
            for (String name :
                    List.of("القاهرة الجديدة", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>")) {
                String city = add(page, name);
                page.navigate(city + "/edit");
                assertThat(page.locator("#name")).hasValue(name);
                page.navigate(at("/activity"));
                assertThat(page.locator("main")).containsText(name);
            }
            page.navigate(at("/cities"));
            assertThat((String) page.locator("td.name a", new Page.LocatorOptions().setHasText("القاهرة"))
                            .first()
                            .evaluate("a => getComputedStyle(a).direction"))
                    .isEqualTo("rtl");
            assertThat(visit.accessibilityFaults()).isEmpty();
            assertThat(visit.faults()).isEmpty();
        }
    }
}
