package org.cityapi.web.formats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
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
    private static final BigDecimal MOST_PEOPLE = BigDecimal.valueOf(999_999_999);

    private final List<String> names;
    private final List<String> plainNames;
    private final List<List<String>> values;
    private final List<String> fields;

    private ColumnGuess(List<String> names, List<List<String>> values) {
        this.names = names;
        plainNames = names.stream().map(ColumnWords::plain).toList();
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
        guess.byOnly("countryCode", guess::areCountries);
        guess.byOnly("timezone", guess::areTimeZones);
        if (!isPlaced) {
            guess.places();
        }
        guess.byOnly("population", guess::arePeople);
        guess.names();
        return guess.fields;
    }

    /** The column whose name is the most usual one for the field. */
    private void byName(String field) {
        for (String word : ColumnWords.of(field)) {
            for (int place = 0; place < names.size(); place++) {
                boolean fits =
                        plainNames.get(place).equals(word) && fields.get(place).isEmpty() && isMeant(field, place);
                if (fits) {
                    fields.set(place, field);
                    return;
                }
            }
        }
    }

    /** Of a name that says too little the values are looked at, too. */
    private boolean isMeant(String field, int place) {
        return switch (field) {
            case ColumnMatch.ID -> isOurs(place);
            // What is no country there, such as an object with its number, would be refused in every row.
            case Fields.COUNTRY -> areCountries(place);
            default -> true;
        };
    }

    /** Any file may number its rows; the numbers of cities here are in files that were made here. */
    private boolean isOurs(int place) {
        return names.contains("countryCode")
                && isAll(place, text -> WHOLE.matcher(text).matches());
    }

    /** The only column that may mean it; of several, people know better which. */
    private void byOnly(String field, IntPredicate test) {
        int[] some = IntStream.range(0, names.size())
                .filter(place -> isOpen(place) && test.test(place))
                .toArray();
        if (some.length == 1 && !fields.contains(field)) {
            fields.set(some[0], field);
        }
    }

    /** Codes all of which are known, for others have codes of two letters as well; or names most of which are. */
    private boolean areCountries(int place) {
        Predicate<String> isKnown = text -> Countries.catalogue().named(text).isPresent();
        return isMost(place, isKnown)
                && values.get(place).stream()
                        .map(String::strip)
                        .allMatch(text -> text.length() > 2 || isKnown.test(text));
    }

    private boolean areTimeZones(int place) {
        return isMost(place, text -> text.contains("/") && TimeZoneId.isKnown(text));
    }

    private boolean arePeople(int place) {
        return isAll(place, ColumnGuess::mayBePeople) && !isOrdinal(place);
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
        return isCount || isAll(place, FirstRow::isYear);
    }

    private static BigDecimal whole(String text) {
        return WrittenNumber.whole(text).orElse(BigDecimal.ZERO);
    }

    /** The first column of texts. */
    private void names() {
        for (int place = 0; place < names.size() && !fields.contains("name"); place++) {
            if (isOpen(place) && isAll(place, text -> text.codePoints().anyMatch(Character::isLetter))) {
                fields.set(place, "name");
            }
        }
    }

    /** Two columns of degrees beside each other, and not a third: latitude comes first. */
    private void places() {
        if (fields.contains("latitude") || fields.contains("longitude")) {
            return;
        }
        for (int place = 0; place + 1 < names.size(); place++) {
            if (mayBeDegrees(place) && mayBeDegrees(place + 1)) {
                if (!mayBeDegrees(place + 2) && isDegrees(place, 90) && isDegrees(place + 1, 180)) {
                    fields.set(place, "latitude");
                    fields.set(place + 1, "longitude");
                }
                return;
            }
        }
    }

    private boolean mayBeDegrees(int place) {
        return place < names.size() && isOpen(place) && isDegrees(place, 180);
    }

    private boolean isDegrees(int place, int most) {
        return isAll(
                place,
                text -> (text.contains(".") || text.contains(","))
                        && WrittenNumber.degrees(text)
                                .filter(degrees -> degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
                                .isPresent());
    }

    /** A code, such as that of a post office, may begin with a zero. */
    private static boolean mayBePeople(String text) {
        return !(text.length() > 1 && text.startsWith("0"))
                && WrittenNumber.whole(text)
                        .filter(number ->
                                number.scale() == 0 && number.signum() >= 0 && number.compareTo(MOST_PEOPLE) <= 0)
                        .isPresent();
    }

    /** Whether nothing is known of what it means. */
    private boolean isOpen(int place) {
        String name = names.get(place);
        return fields.get(place).isEmpty()
                && !Fields.isPassedOver(name)
                && !Fields.isLeftOut(name)
                && !Fields.isUnread(name)
                && !ColumnWords.areLeftOut(name)
                && !ColumnWords.of(ColumnMatch.ID).contains(plainNames.get(place))
                && !ColumnWords.of(Fields.COUNTRY).contains(plainNames.get(place));
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
