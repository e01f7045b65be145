package org.cityapi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.junit.jupiter.api.Test;

/** Every text of a template stands in the message files, in both languages, and no other does. */
class PageTextsTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-z_.]+)");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*\\p{L}[^<>]*)<");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    /** Keys of which a template knows only the beginning. */
    private static final Set<String> COMPOSED = keys(
            "cities.band.", "millions large medium small tiny",
            "cities.count.", "none one many",
            "cities.filter.", "country minPopulation maxPopulation bbox near radiusKm sort",
            "map.move.", "in out west east north south",
            "cities.column.", "name country population updatedAt",
            "city.notice.", "added saved restored unchanged stale",
            "form.place.", "swapped far",
            "about.reach.", "none up down",
            "about.replica.", "none up down",
            "tokens.field.", "name expiresAt scopes",
            "imports.state.", "queued running succeeded failed cancelled undone undone.left undone.left_one",
            "imports.outcome.", "inserted updated unchanged rejected",
            "imports.row.", "inserted updated unchanged rejected",
            "city.action.", "create update delete restore load",
            "city.door.", "api web import system",
            "field.",
                    "name country_code population latitude longitude admin_code timezone geoname_id other_names id country",
            "wizard.step.", "file columns trial done",
            "login.", "signed_out signed_out_here",
            "statistics.people.", "none one many",
            "statistics.in.", "one many",
            "wizard.trial.", "state",
            "wizard.fault.", "nothing both too_large broken_off slow no_room forbidden");

    /** @param parts beginnings and ends, by turns */
    private static Set<String> keys(String... parts) {
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < parts.length; i += 2) {
            for (String end : parts[i + 1].split(" ")) {
                keys.add(parts[i] + end);
            }
        }
        return keys;
    }

    @Test
    void bothLanguagesHaveTheTextsOfAllTemplates() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String template : templates()) {
            KEY.matcher(template).results().map(found -> found.group(1)).forEach(keys::add);
        }
        for (Role role : Role.values()) {
            keys.add("account.role." + role.name().toLowerCase(Locale.ROOT));
        }
        for (Permission permission : Permission.values()) {
            keys.add("account.permission." + permission.name().toLowerCase(Locale.ROOT));
        }
        keys.addAll(COMPOSED);
        assertThat(file("en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(file("fr").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void bothLanguagesNameTheSame() throws IOException {
        Properties english = file("en");
        Properties french = file("fr");
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(french.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
            assertThat(french.getProperty(key))
                    .as(key)
                    .doesNotContain("'", "\"", " :", " ?")
                    .isNotEqualTo(english.getProperty(key));
        }
    }

    /** What stands in a template for whoever opens it as a file is replaced by a text before anybody sees it. */
    @Test
    void noTemplateHasATextOfItsOwn() throws IOException {
        for (String template : templates()) {
            List<String> elements = Pattern.compile("<[a-z:]+[^>]*>[^<]*\\p{L}[^<]*<")
                    .matcher(template)
                    .results()
                    .map(MatchResult::group)
                    .filter(element -> TEXT.matcher(element).find())
                    .filter(element -> !element.contains("th:text="))
                    .toList();
            assertThat(elements).isEmpty();
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/views"))) {
            List<String> templates =
                    files.filter(Files::isRegularFile).map(PageTextsTest::read).toList();
            assertThat(templates).hasSizeGreaterThan(3);
            return templates;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties file(String language) throws IOException {
        Properties file = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                PageTexts.class.getResourceAsStream("texts_" + language + ".properties"), StandardCharsets.UTF_8)) {
            file.load(reader);
        }
        return file;
    }
}
