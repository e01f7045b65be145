package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A steward imports a file in steps, in a real browser. */
class BrowserImportIT extends InLocalMode {

    private static final String ROWS = "ville\tpays\thabitants\trégion\tnote\n"
            + "Sainte-Wizarde\tFrance\t1200\t84\tjolie\n"
            + "<b onclick=alert(1)>\tSuisse\t300\tVD\t\n"
            + "\u05e2\u05d9\u05e8 \u05d7\u05d3\u05e9\u05d4\tIsraël\t42\t\tx\n";

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    @Override
    CityApiJar with(CityApiJar jar) {
        return super.with(jar).with("IMPORT_MAX_MB", "3");
    }

    /** In light and dark alike. */
    private static void isSound(Visit visit, String step) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            visit.screenshot("import-" + step + "-" + scheme);
            assertThat(visit.accessibilityFaults()).as(step + " " + scheme).isEmpty();
            assertThat(visit.isTooWide()).as(step).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP", "PHONE"})
    void rowsArePastedMatchedTriedDoneAndTakenBack(Browser.Screen screen) {
        try (Visit visit = browser.visit(screen, "en")) {
            Page page = visit.page();
            signIn(visit, "editor", "/imports");
            link(page, "New import").click();
            isSound(visit, "file-" + screen);
            page.locator("#rows").fill(ROWS);
            button(page, "Go on to the columns").click();
            assertThat(page).hasURL(Pattern.compile("/imports/new/[0-9]+$"));
            assertThat(page.locator("select").nth(0)).hasValue("name");
            assertThat(page.locator("select").nth(3)).hasValue("adminCode");
            isSound(visit, "columns-" + screen);
            assertThat(visit.faults()).isEmpty();
            page.locator("select").nth(2).selectOption("geonameId");
            button(page, "Try it in a dry run").click();
            assertThat(page.locator("#summary")).containsText("Inhabitants is required");
            isSound(visit, "faults-" + screen);
            page.locator("select").nth(2).selectOption("population");
            page.locator("select").nth(3).selectOption("");
            button(page, "Try it in a dry run").click();
            assertThat(page.locator("#next")).containsText("Nothing is stored yet.", SOON);
            assertThat(page.locator("#by-row tbody tr")).hasCount(3);
            assertThat(page.locator("#by-row")).containsText("<b onclick=alert(1)>");
            isSound(visit, "trial-" + screen);
            link(page, "Back to the columns").click();
            assertThat(page.locator("select").nth(3)).hasValue("");
            page.goBack();
            button(page, "Do it").click();
            assertThat(page.locator("#state")).containsText("Done", SOON);
            assertThat(page.locator("dd").nth(1)).hasText("3");
            isSound(visit, "done-" + screen);
            button(page, "Take it back").click();
            assertThat(page.locator("#state")).containsText("Taken back");
        }
    }

    private static void drop(Page page, String name, String content) {
        JSHandle dropped = page.evaluateHandle(
                "([name, content]) => { const files = new DataTransfer();"
                        + " files.items.add(new File([content], name)); return files; }",
                new String[] {name, content});
        page.locator("#new-import").dispatchEvent("dragover", Map.of("dataTransfer", dropped));
        page.locator("#new-import").dispatchEvent("drop", Map.of("dataTransfer", dropped));
    }

    @Test
    void aFileIsDropped() {
        try (Visit visit = browser.visit(Browser.Screen.DESKTOP, "fr")) {
            Page page = visit.page();
            signIn(visit, "editor", "/imports/new");
            drop(page, "large.csv", "x".repeat(3 * 1024 * 1024 + 1));
            assertThat(page.locator("#file-fault")).containsText("trop grand");
            button(page, "Continuer avec les colonnes").click();
            assertThat(page).hasURL(at("/imports/new"));
            isSound(visit, "too-large");
            drop(
                    page,
                    "cities",
                    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
                            + "\"coordinates\":[7.4,46.9]},\"properties\":{\"nom\":\"Berne\",\"pays\":\"CH\",\"pop\":9}}]}");
            assertThat(page.locator("#file-fault")).hasText("");
            button(page, "Continuer avec les colonnes").click();
            assertThat(page.locator("main")).containsText("GeoJSON");
            button(page, "Faire un essai").click();
            assertThat(page.locator("#next")).containsText("Rien n’est encore enregistré.", SOON);
            assertThat(page.locator("#by-row tbody")).containsText("46,9");
            button(page, "Abandonner").click();
            assertThat(page).hasURL(at("/imports"));
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void twoMegabytesArePasted() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            signIn(visit, "editor", "/imports/new");
            String rows = "name\tcountry\tpopulation\n" + "Ville collée\tFR\t1\n".repeat(100_000);
            assertThat(rows.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(1_900_000);
            page.evaluate("rows => document.getElementById('rows').value = rows", rows);
            button(page, "Go on to the columns").click();
            assertThat(page.locator("main")).containsText("rows: 100,000", SOON);
        }
    }

    @Test
    void nothingNeedsAScript() {
        try (Visit visit = browser.visitWithoutScripts(Browser.Screen.PHONE, "en")) {
            Page page = visit.page();
            signIn(visit, "editor", "/imports/new");
            button(page, "Go on to the columns").click();
            assertThat(page.locator("[role=alert]").first()).containsText("Choose a file, or paste some rows.");
            // A browser reads no answer before all is sent.
            page.locator("#file").setInputFiles(new FilePayload("large.csv", "text/csv", new byte[5 * 1024 * 1024]));
            button(page, "Go on to the columns").click();
            assertThat(page.locator("[role=alert]").first()).containsText("up to 3 MB", SOON);
            page.locator("#rows").fill("ville;pays\n\"Bern\"e;CH\n");
            button(page, "Go on to the columns").click();
            assertThat(page.locator("[role=alert]").first()).containsText("line 2");
            assertThat(page.locator("#rows")).hasValue("ville;pays\n\"Bern\"e;CH\n");
            page.locator("#rows").fill("ville;pays;habitants\nBerne;CH;9\nNulle part;ZZ;9\n");
            button(page, "Go on to the columns").click();
            button(page, "Try it in a dry run").click();
            String trial = page.url();
            assertThat(page).hasURL(Pattern.compile("/imports/[0-9]+$"));
            for (int tries = 0; tries < 100 && page.locator("#next").count() == 0; tries++) {
                page.navigate(trial);
            }
            assertThat(page.locator("#by-row tbody tr")).hasCount(2);
            button(page, "Do it without the refused rows").click();
            String done = page.url();
            for (int tries = 0; tries < 100 && page.locator("progress").count() > 0; tries++) {
                page.navigate(done);
            }
            assertThat(page.locator("#state")).containsText("as a file, with the reasons");
            page.navigate(trial);
            page.locator("#next a").click();
            assertThat(page).hasURL(done);
        }
    }

    private static void signOutInAnotherTab(Page page, String signOut) {
        try (Page tab = page.context().newPage()) {
            tab.navigate(at("/account"));
            button(tab, signOut).click();
            assertThat(tab).hasURL(at("/login?signed-out"));
        }
    }

    @Test
    void whoWasSignedOutAtTheColumnsKeepsWhatHeChose() {
        try (Visit visit = browser.visit(Browser.Screen.PHONE, "fr")) {
            Page page = visit.page();
            signIn(visit, "editor", "/imports/new");
            page.locator("#rows").fill("Berne;CH;130 000\n");
            button(page, "Continuer avec les colonnes").click();
            assertThat(page.locator("main")).containsText("Sa première ligne semble déjà contenir des données");
            isSound(visit, "nameless");
            page.locator("select").nth(0).selectOption("adminCode");
            signOutInAnotherTab(page, "Se déconnecter");
            button(page, "Faire un essai").click();
            assertThat(page.locator("[role=alert]").first()).containsText("Vous n’êtes plus connecté");
            isSound(visit, "lost");
            Page tab = page.waitForPopup(
                    () -> link(page, "Se connecter (nouvel onglet)").click());
            tab.locator("button[value=editor]").click();
            assertThat(tab.locator("h1")).hasText("Vous êtes connecté");
            tab.close();
            button(page, "Je suis de nouveau connecté\u00a0: continuer").click();
            assertThat(page.locator("select").nth(0)).hasValue("adminCode");
            assertThat(page.locator("#summary")).containsText("Nom est obligatoire");
        }
    }

    @Test
    void whoWasSignedOutMeanwhileLosesNoRow() {
        try (Visit visit = visit()) {
            Page page = visit.page();
            signIn(visit, "editor", "/imports/new");
            page.locator("#rows").fill(ROWS);
            signOutInAnotherTab(page, "Sign out");
            button(page, "Go on to the columns").click();
            assertThat(page.locator("[role=alert]").first()).containsText("You are not signed in any more");
            assertThat(page.locator("#rows")).hasValue(ROWS);
            isSound(visit, "signed-out");
            Page tab = page.waitForPopup(() -> link(page, "Sign in (new tab)").click());
            tab.locator("button[value=editor]").click();
            assertThat(tab.locator("h1")).hasText("You are signed in");
            tab.close();
            button(page, "I am signed in again: go on").click();
            assertThat(page.locator("[role=alert]").first()).containsText("You have signed in anew");
            assertThat(page.locator("#rows")).hasValue(ROWS);
            button(page, "Go on to the columns").click();
            assertThat(page.locator("select").nth(0)).hasValue("name");
        }
    }
}
