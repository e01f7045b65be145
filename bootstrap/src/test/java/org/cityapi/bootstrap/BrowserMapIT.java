package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People look at cities on a map in a real browser, filter by it, and choose places on it. */
class BrowserMapIT extends InLocalMode {

    @Override
    CityApiJar with(CityApiJar jar) {
        return jar.with("CITY_SEED", "cities15000");
    }

    private static void open(Page page, String path) {
        page.navigate(at(path));
        assertThat(page.locator("#map .leaflet-interactive").first()).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "DESKTOP, en, LIGHT, Cities on the map",
        "PHONE, fr, DARK, Villes sur la carte",
    })
    void theMapIsSoundForEveryReader(Browser.Screen screen, String language, ColorScheme scheme, String title) {
        try (Visit visit = browser.visit(screen, language)) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String query : new String[] {"", "?country=FR", "?bbox=170,-50,-170,50"}) {
                open(page, "/cities/map" + query);
                assertThat(page.locator("h1")).hasText(title);
                visit.screenshot("map" + query.replaceAll("[^a-zA-Z0-9]", "-") + "-" + screen + "-" + scheme);
                isSound(visit);
            }
            assertThat(visit.addresses()).allMatch(address -> address.startsWith(at("/")));
        }
    }

    @Test
    void itIsMovedByKeysAndTheListBesideItFollows() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            open(page, "/cities/map?country=FR");
            assertThat(page.locator("#drawn li a").first()).hasText("Paris");
            page.locator("#map").focus();
            for (int i = 0; i < 3; i++) {
                String before = page.url();
                page.keyboard().press("+");
                assertThat(page).not().hasURL(before);
                assertThat(page.locator("#drawn[aria-busy=false]")).isVisible();
            }
            assertThat(page).hasURL(Pattern.compile("/cities/map\\?country=FR&view=[-0-9.,]+$"));
            assertThat(page.locator("#drawn")).not().containsText("Marseille");
            String shared = page.url();
            String shown = page.locator("#drawn ol").innerText();
            open(page, shared.substring(at("").length()));
            assertThat(page.locator("#drawn ol")).hasText(Pattern.compile(".*", Pattern.DOTALL));
            assertThat(page.locator("#drawn li a").first())
                    .hasText(shown.lines().findFirst().orElseThrow());
            page.locator("#only").click();
            assertThat(page).hasURL(Pattern.compile("/cities/map\\?country=FR&bbox=[-0-9.,]+$"));
            page.locator(".views a").first().click();
            assertThat(page).hasURL(Pattern.compile("/cities\\?country=FR&bbox=[-0-9.,]+$"));
            assertThat(page.locator("td.name").first()).not().containsText("Paris");
            page.locator(".views a").last().click();
            assertThat(page).hasURL(Pattern.compile("/cities/map\\?country=FR&bbox="));
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void theFormFindsOnTheMapToo() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            open(page, "/cities/map");
            page.locator("#country").selectOption("FR");
            page.locator("#q").fill("lyon");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(at("/cities/map?q=lyon&country=FR"));
            assertThat(page.locator("#drawn li a").first()).hasText("Lyon");
            open(page, "/cities/map?bbox=170,-50,-170,50");
            assertThat(page.locator("#map .box")).hasCount(2);
            assertThat(page.locator("#drawn")).containsText("outside of this map");
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void withoutTheNetworkTheMapStaysAndSaysSo() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            open(page, "/cities/map");
            page.context().setOffline(true);
            page.locator("#map").focus();
            page.keyboard().press("+");
            assertThat(page.locator("#toast")).containsText("cannot be loaded now");
            assertThat(page).hasURL(at("/cities/map"));
            page.context().setOffline(false);
            assertThat(page).hasURL(Pattern.compile("view="));
        }
    }

    @Test
    void aBoxThatIsDrawnFiltersTheList() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            open(page, "/cities/map?country=JP");
            page.locator("#draw-box").click();
            assertThat(page.locator("#draw-help")).containsText("Esc");
            page.keyboard().press("Escape");
            assertThat(page.locator("#draw-box")).hasAttribute("aria-pressed", "false");
            page.locator("#draw-box").click();
            BoundingBox map = page.locator("#map").boundingBox();
            page.mouse().move(map.x + map.width * 0.4, map.y + map.height * 0.4);
            page.mouse().down();
            page.mouse().move(map.x + map.width * 0.6, map.y + map.height * 0.8);
            page.mouse().up();
            assertThat(page).hasURL(Pattern.compile("/cities/map\\?country=JP&bbox=[-0-9.,]+$"));
            assertThat(page.locator("#map .box")).hasCount(1);
            page.locator(".chips a").click();
            assertThat(page).hasURL(at("/cities/map?country=JP"));
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void aCityTellsWhatItIsAndLeadsToItsPage() {
        try (Visit visit = browser.visit(Browser.Screen.PHONE, "en")) {
            Page page = visit.page();
            open(page, "/cities/map?q=reykjavik");
            page.locator("#map .city").first().click();
            Locator told = page.locator(".leaflet-popup");
            assertThat(told).containsText("Iceland");
            assertThat(told.getByRole(AriaRole.BUTTON)).hasAttribute("aria-label", "Close");
            int circles = page.locator("#map .city").count();
            page.keyboard().press("Escape");
            assertThat(told).hasCount(0);
            assertThat(page.locator("#map .city")).hasCount(circles);
            page.locator("#map .city").first().click();
            told.locator("p a").click();
            assertThat(page.locator("h1")).containsText("Reykjav");
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void thePlaceOfACityIsChosenOnAMap() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            signIn(visit, "editor", "/cities?country=IS");
            page.locator("#add").click();
            assertThat(page.locator("#adding #name:focus")).isVisible();
            assertThat(page).hasURL(at("/cities?country=IS"));
            page.locator("#adding a[href='/cities']").click();
            assertThat(page.locator("#adding form")).hasCount(0);
            assertThat(page.locator("#add:focus")).isVisible();
            page.locator("#add").click();
            page.locator("#name").fill("Mývatnsbær");
            page.locator("#countryCode").selectOption("IS");
            page.locator("#population").fill("150");
            page.locator("details.place summary").click();
            assertThat(page.locator(".place .city").first()).isVisible();
            page.locator(".place .map").click();
            assertThat(page.locator("#latitude")).hasValue(Pattern.compile("6[3-6]\\.\\d{5}"));
            assertThat(page.locator("#longitude")).hasValue(Pattern.compile("-(1[3-9]|2[0-4])\\.\\d{5}"));
            String clicked = page.locator("#latitude").inputValue();
            page.locator(".place .map").focus();
            page.keyboard().press("ArrowUp");
            page.waitForCondition(() -> {
                page.locator(".place button").click();
                return !page.locator("#latitude").inputValue().equals(clicked);
            });
            visit.screenshot("place");
            assertThat(visit.accessibilityFaults()).isEmpty();
            assertThat(page.locator(".place [role=status]")).containsText("Taken: 6");
            page.locator("#add").click();
            assertThat(page.locator("#name:focus")).hasValue("Mývatnsbær");
            page.locator("#adding .actions button").click();
            assertThat(page.locator("h1")).hasText("Mývatnsbær");
            page.navigate(page.url().replace("?added", "/edit"));
            page.locator("details.place summary").click();
            assertThat(page.locator(".place .city.meant")).isVisible();
            page.locator("#latitude").fill("-33,9");
            page.locator("#longitude").fill("151.2");
            page.locator("#population").focus();
            assertThat(page.locator(".place .city.meant")).isVisible();
            assertThat(page.locator(".place .city").first()).isVisible();
            assertThat(visit.faults()).isEmpty();
        }
    }
}
