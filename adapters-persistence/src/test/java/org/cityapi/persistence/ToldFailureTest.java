package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToldFailureTest {

    private static final Pattern MADE = Pattern.compile("new (UnusableDatabase|Impossible)\\(\\s*\"([a-z_]+)\"");

    private static final Pattern VALUE = Pattern.compile("%[sd]");

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                ToldFailure.OF_DATABASES, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(found -> found.group()).toList();
    }

    @Test
    void aFailureIsToldInTheLanguageOfTheOperator() {
        UnusableDatabase failure = new UnusableDatabase("newer", Path.of("cities.db"), 7, 6);
        assertThat(failure)
                .hasMessage("The database cities.db is newer than this program: it has schema 7, and none above 6 is"
                        + " known here.");
        assertThat(failure.in(Locale.FRENCH)).startsWith("La base de données cities.db est plus récente");
        assertThat(failure.in(Locale.GERMAN)).isEqualTo(failure.getMessage());
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle english = texts(Locale.ENGLISH);
        ResourceBundle french = texts(Locale.FRENCH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(values(french.getString(key))).as(key).isEqualTo(values(english.getString(key)));
            assertThat(french.getString(key))
                    .as(key)
                    .isNotEqualTo(english.getString(key))
                    .doesNotContainPattern("[^\u00A0][:;?!]( |$)");
        }
    }

    @Test
    void everyFailureHasItsTextAndNoTextIsLeftOver() throws IOException {
        Set<String> made = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                MADE.matcher(Files.readString(source))
                        .results()
                        .map(found -> (found.group(1).equals("Impossible") ? "move." : "database.") + found.group(2))
                        .forEach(made::add);
            }
        }
        assertThat(made).isEqualTo(texts(Locale.ENGLISH).keySet());
    }
}
