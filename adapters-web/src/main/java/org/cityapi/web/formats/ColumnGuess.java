package org.cityapi.web.formats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.web.http.WrittenNumber;

/** Guesses what columns mean: by their names; where those say nothing, by their values. */
final class ColumnGuess {

    private static final Set<String> PLACE = Set.of("latitude", "longitude");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)[0-9]{2}");
    private static final BigDecimal MOST_PEOPLE = BigDecimal.valueOf(999_999_999);

    private final List<String> names;
    private final List<List<String>> values;
    private final List<String> fields;

    private ColumnGuess(List<String> names, List<List<String>> values) {
        this.names = names;
        this.values = values;
        fields = new ArrayList<>(Collections.nCopies(names.size(), ""));
    }

    /**
     * The field that each column means; empty where it had better be left out.
     *
     * @param isPlaced whether something else tells where the cities lie
     */
    static List<String> of(List<String> names, List<List<String>> values, boolean isPlaced) {
        ColumnGuess guess = new ColumnGuess(names, values);
        ColumnMatch.FIELDS.stream()
                .filter(field -> !isPlaced || !PLACE.contains(field))
                .forEach(guess::byName);
        guess.byValue(
                "countryCode",
                guess::isMost,
                text -> Countries.catalogue().named(text).isPresent());
        guess.byValue("timezone", guess::isMost, text -> text.contains("/") && TimeZoneId.isKnown(text));
        if (!isPlaced) {
            guess.places();
        }
        guess.people();
        guess.byValue("name", guess::isAll, text -> text.codePoints().anyMatch(Character::isLetter));
        return guess.fields;
    }

    /** The column whose name is the most usual one for the field. */
    private void byName(String field) {
        for (String word : ColumnWords.of(field)) {
            for (int place = 0; place < names.size(); place++) {
                boolean fits = ColumnWords.plain(names.get(place)).equals(word)
                        && fields.get(place).isEmpty()
                        && (!field.equals(ColumnMatch.ID) || isOurs(place));
                if (fits) {
                    fields.set(place, field);
                    return;
                }
            }
        }
    }

    /** Any file may number its rows; the numbers of cities here are in files that were made here. */
    private boolean isOurs(int place) {
        return names.contains("countryCode")
                && isAll(place, text -> WHOLE.matcher(text).matches());
    }

    private void byValue(String field, BiPredicate<Integer, Predicate<String>> much, Predicate<String> test) {
        for (int place = 0; place < names.size() && !fields.contains(field); place++) {
            if (isOpen(place) && much.test(place, test)) {
                fields.set(place, field);
            }
        }
    }

    /** The only column of numbers that may be so many people; of several, people know better which. */
    private void people() {
        List<Integer> some = IntStream.range(0, names.size())
                .filter(place -> isOpen(place) && isAll(place, ColumnGuess::mayBePeople) && !isOrdinal(place))
                .boxed()
                .toList();
        if (some.size() == 1 && !fields.contains("population")) {
            fields.set(some.get(0), "population");
        }
    }

    /** Whether the rows are numbered by it, or it has years. */
    private boolean isOrdinal(int place) {
        List<String> some = values.get(place);
        boolean isCount = some.size() > 1
                && IntStream.range(1, some.size())
                        .allMatch(at -> whole(some.get(at))
                                        .subtract(whole(some.get(at - 1)))
                                        .compareTo(BigDecimal.ONE)
                                == 0);
        return isCount || isAll(place, text -> YEAR.matcher(text).matches());
    }

    private static BigDecimal whole(String text) {
        return WrittenNumber.whole(text).orElse(BigDecimal.ZERO);
    }

    /** Two columns of degrees beside each other: latitude comes first. */
    private void places() {
        if (fields.contains("latitude") || fields.contains("longitude")) {
            return;
        }
        for (int place = 0; place + 1 < names.size(); place++) {
            if (isOpen(place) && isOpen(place + 1) && isDegrees(place, 90) && isDegrees(place + 1, 180)) {
                fields.set(place, "latitude");
                fields.set(place + 1, "longitude");
                return;
            }
        }
    }

    private boolean isDegrees(int place, int most) {
        return isAll(
                place,
                text -> (text.contains(".") || text.contains(","))
                        && WrittenNumber.degrees(text)
                                .filter(degrees -> degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
                                .isPresent());
    }

    private static boolean mayBePeople(String text) {
        return WrittenNumber.whole(text)
                .filter(number -> number.scale() == 0 && number.signum() >= 0 && number.compareTo(MOST_PEOPLE) <= 0)
                .isPresent();
    }

    /** Whether nothing is known of what it means. */
    private boolean isOpen(int place) {
        String name = names.get(place);
        return fields.get(place).isEmpty()
                && !Fields.isPassedOver(name)
                && !ColumnWords.areLeftOut(name)
                && !ColumnWords.of(ColumnMatch.ID).contains(ColumnWords.plain(name));
    }

    /** All but some that are mistaken. */
    private boolean isMost(int place, Predicate<String> test) {
        List<String> some = values.get(place);
        long like = some.stream().map(String::strip).filter(test).count();
        return like > 0 && 4 * like >= 3L * some.size();
    }

    private boolean isAll(int place, Predicate<String> test) {
        List<String> some = values.get(place);
        return !some.isEmpty() && some.stream().map(String::strip).allMatch(test);
    }
}
