package org.cityapi.web.formats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.web.http.WrittenNumber;

/** Guesses what columns mean: by their names; where those say nothing, by their values. */
final class ColumnGuess {

    private static final Set<String> PLACE = Set.of("latitude", "longitude");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
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
        guess.byValue("countryCode", text -> Countries.catalogue().named(text).isPresent());
        guess.byValue("timezone", text -> text.contains("/") && TimeZoneId.isKnown(text));
        if (!isPlaced) {
            guess.places();
        }
        guess.byValue("population", ColumnGuess::mayBePeople);
        guess.byValue("name", text -> text.codePoints().anyMatch(Character::isLetter));
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

    private void byValue(String field, Predicate<String> test) {
        for (int place = 0; place < names.size() && !fields.contains(field); place++) {
            if (isOpen(place) && isAll(place, test)) {
                fields.set(place, field);
            }
        }
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

    private boolean isAll(int place, Predicate<String> test) {
        List<String> some = values.get(place);
        return !some.isEmpty() && some.stream().map(String::strip).allMatch(test);
    }
}
