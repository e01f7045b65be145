package org.cityapi.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.SignInFault;
import org.cityapi.web.Languages;
import org.cityapi.web.Messages;
import org.cityapi.web.wire.WireFault;
import org.junit.jupiter.api.Test;

class MessageFilesTest {

    private static final Properties ENGLISH = file("en");
    private static final Properties FRENCH = file("fr");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Languages.SPOKEN).containsExactly(Locale.ENGLISH, Locale.FRENCH);
        assertThat(FRENCH.keySet()).isEqualTo(ENGLISH.keySet());
        ENGLISH.stringPropertyNames()
                .forEach(key -> assertThat(placeholders(FRENCH, key)).as(key).isEqualTo(placeholders(ENGLISH, key)));
    }

    @Test
    void everyThingToTellHasItsTextsAndNoTextIsLeftOver() {
        Set<String> wanted = Stream.of(faults(), wordsForPeople(), problems(), rejections(), wire())
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(ENGLISH.stringPropertyNames())).isEqualTo(wanted);
    }

    @Test
    void everyTextIsMadeWhateverItsValuesAre() {
        Messages messages = new Messages();
        for (String key : ENGLISH.stringPropertyNames()) {
            Map<String, Object> values = placeholders(ENGLISH, key).stream()
                    .collect(Collectors.toMap(name -> name, name -> "<it's {max} '$1\\>"));
            for (Locale language : Languages.SPOKEN) {
                String text = messages.get(language, key, values);
                assertThat(text.replace("<it's {max} '$1\\>", "")).as(key).doesNotContain("{", "}", "''", "\\");
                if (!values.isEmpty()) {
                    assertThat(text).as(key).contains("<it's {max} '$1\\>");
                }
            }
        }
    }

    @Test
    void frenchIsSetAsFrenchIs() {
        FRENCH.stringPropertyNames()
                .forEach(key -> assertThat(FRENCH.getProperty(key))
                        .as(key)
                        .doesNotContain("'", "\"", "« ", " »", " ;", " :", " ?", " !")
                        .isNotEqualTo(ENGLISH.getProperty(key)));
    }

    private static Set<String> faults() {
        // The body as a whole can be missing, of another type or not UTF-8, as a field can.
        Set<Fault> alsoWhole = EnumSet.of(Fault.REQUIRED, Fault.TYPE, Fault.ENCODING);
        Set<Fault> whole = EnumSet.of(Fault.MALFORMED, Fault.TOO_DEEP, Fault.MORE);
        Set<Fault> ofFiles = EnumSet.of(
                Fault.CELLS,
                Fault.NO_HEADER,
                Fault.UNSPLIT,
                Fault.NO_ROWS,
                Fault.NO_TEXT,
                Fault.QUOTE,
                Fault.UNCLOSED,
                Fault.ENDLESS,
                Fault.NO_FEATURES,
                Fault.NO_FEATURE,
                Fault.TOO_LARGE,
                Fault.ABANDONED,
                Fault.WITHDRAWN,
                Fault.STORE,
                Fault.CUT);
        Set<Fault> alsoOfFiles = EnumSet.of(
                Fault.TYPE,
                Fault.MALFORMED,
                Fault.TOO_DEEP,
                Fault.ENCODING,
                Fault.LOOSE_QUOTE,
                Fault.TOO_LONG,
                Fault.TOO_MANY,
                Fault.MORE,
                Fault.OTHER_CRS,
                Fault.PACKED);
        Set<String> keys = new TreeSet<>();
        for (Fault fault : Fault.values()) {
            if (ofFiles.contains(fault) || alsoOfFiles.contains(fault)) {
                keys.add("file." + fault.code());
            }
            if (!whole.contains(fault) && !ofFiles.contains(fault)) {
                keys.add("fault." + fault.code());
            }
            if (whole.contains(fault) || alsoWhole.contains(fault)) {
                keys.add("whole." + fault.code());
            }
        }
        for (String type : new String[] {"array", "boolean", "integer", "number", "object", "string", "time"}) {
            keys.add("type." + type);
        }
        return keys;
    }

    /** Any fault may have some, and any field of its. */
    private static Set<String> wordsForPeople() {
        String codes = Arrays.stream(Fault.values()).map(Fault::code).collect(Collectors.joining("|"));
        Pattern key = Pattern.compile("page\\.(?:" + codes + ")(?:\\.[A-Za-z]+)?");
        return ENGLISH.stringPropertyNames().stream()
                .filter(key.asMatchPredicate())
                .collect(Collectors.toSet());
    }

    private static Set<String> wire() {
        return Arrays.stream(WireFault.values()).map(WireFault::key).collect(Collectors.toSet());
    }

    private static Set<String> problems() {
        Set<String> keys = new TreeSet<>(Set.of("problem.other.text"));
        for (ProblemType type : ProblemType.values()) {
            for (String part : new String[] {".title", ".text", ".help"}) {
                keys.add("problem." + type.slug() + part);
            }
        }
        return keys;
    }

    private static Set<String> rejections() {
        Set<String> keys = new TreeSet<>();
        for (Class<?> kind : Rejection.class.getPermittedSubclasses()) {
            String key = "rejection."
                    + kind.getSimpleName()
                            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                            .toLowerCase(Locale.ROOT);
            if (kind.equals(Rejection.NotFound.class)) {
                things().forEach(thing -> keys.add(key + "." + thing));
            } else if (kind.equals(Rejection.Unavailable.class)) {
                Arrays.stream(Dependency.values()).forEach(needed -> keys.add(key + "." + needed.key()));
            } else if (kind.equals(Rejection.SignInFailed.class)) {
                Arrays.stream(SignInFault.values()).forEach(fault -> keys.add(key + "." + fault.key()));
            } else if (kind.equals(Rejection.WrongState.class)) {
                Arrays.stream(ImportState.values())
                        .forEach(state -> keys.add(key + "." + state.name().toLowerCase(Locale.ROOT)));
                keys.add(key + ".dry_run");
                keys.add(key + ".undoing");
            } else if (kind.equals(Rejection.Stale.class)) {
                keys.addAll(Set.of(key + ".city", key + ".user"));
            } else {
                // Of all things only a city can be deleted.
                keys.add(kind.equals(Rejection.Gone.class) ? key + ".city" : key);
            }
        }
        // What programs hear in other words.
        keys.addAll(Set.of(
                "rejection.not_signed_in.page",
                "rejection.unavailable.identity_provider.page",
                "rejection.unavailable.outcome.page"));
        return keys;
    }

    /** The kinds of things that can be absent, as the sources of the two modules name them. */
    private static Set<String> things() {
        Pattern thing = Pattern.compile("new Thing\\(\"(\\w+)\"");
        return Stream.of(Path.of("src/main/java"), Path.of("../application/src/main/java"))
                .flatMap(MessageFilesTest::sources)
                .flatMap(source -> thing.matcher(source).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(MessageFilesTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> placeholders(Properties file, String key) {
        return PLACEHOLDER
                .matcher(file.getProperty(key))
                .results()
                .map((MatchResult r) -> r.group(1))
                .collect(Collectors.toSet());
    }

    private static Properties file(String language) {
        Properties file = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Messages.class.getResourceAsStream("messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
