package org.cityapi.web.formats;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cityapi.domain.country.Countries;
import org.cityapi.web.http.WrittenNumber;

/** Judges whether the first line of a file has the names of its columns, or is a row already; people may know better. */
public final class FirstRow {

    /** The columns of GeoNames' dumps, as their readme.txt names them. */
    private static final List<String> GEONAMES = List.of(
            "geonameid",
            "name",
            "asciiname",
            "alternatenames",
            "latitude",
            "longitude",
            "feature class",
            "feature code",
            "country code",
            "cc2",
            "admin1 code",
            "admin2 code",
            "admin3 code",
            "admin4 code",
            "population",
            "elevation",
            "dem",
            "timezone",
            "modification date");

    private static final int FEATURE_CLASS = GEONAMES.indexOf("feature class");
    private static final int DATE = GEONAMES.indexOf("modification date");

    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)[0-9]{2}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");

    /** So many names of columns a row does not have. */
    private static final int SURE = 2;

    private FirstRow() {}

    /**
     * Whether there is a number among its cells, other than a year without the code of a country, and hardly a name that
     * columns have; a dump of GeoNames has only rows. Numbers in order are names that programs give.
     */
    static boolean isOne(List<String> cells) {
        boolean hasYear =
                cells.stream().anyMatch(FirstRow::isYear) && cells.stream().anyMatch(FirstRow::isCode);
        return isOfGeoNames(cells)
                || ((hasYear || cells.stream().anyMatch(FirstRow::isFigure))
                        && !areCounted(cells)
                        && names(cells) < SURE);
    }

    /** Whether people should look again at a first line that was taken for the names of columns. */
    public static boolean mayBeOne(List<String> cells) {
        return cells.stream().anyMatch(FirstRow::isFigure)
                || (names(cells) < SURE && cells.stream().anyMatch(cell -> isYear(cell) || isCode(cell)));
    }

    private static boolean isFigure(String cell) {
        return !isYear(cell)
                && (WrittenNumber.degrees(cell).isPresent()
                        || WrittenNumber.whole(cell).isPresent());
    }

    static boolean isYear(String cell) {
        return YEAR.matcher(cell.strip()).matches();
    }

    private static long names(List<String> cells) {
        return cells.stream().filter(FirstRow::isName).count();
    }

    /** Whether the cells are numbers in order, by which programs name columns. */
    private static boolean areCounted(List<String> all) {
        List<String> cells = all.get(0).isEmpty() ? all.subList(1, all.size()) : all;
        int first = !cells.isEmpty() && cells.get(0).equals("0") ? 0 : 1;
        return cells.size() > 1
                && IntStream.range(0, cells.size())
                        .allMatch(place -> cells.get(place).equals(Integer.toString(first + place)));
    }

    private static boolean isCode(String cell) {
        return CODE.matcher(cell).matches() && Countries.catalogue().named(cell).isPresent();
    }

    /** The code of a country may look like the name of a column, such as ID. */
    private static boolean isName(String cell) {
        return !isCode(cell) && (ColumnWords.areKnown(cell) || Fields.isPassedOver(cell));
    }

    /** By which names of its columns is guessed what they mean. */
    static List<String> guessedBy(List<String> cells) {
        return isOfGeoNames(cells) ? GEONAMES : CsvHeader.numbers(cells.size());
    }

    /** Whether it begins a dump of GeoNames, which has no quotes, with or without the names of its columns. */
    static boolean isOfDump(List<String> cells) {
        return isOfGeoNames(cells) || GEONAMES.equals(cells);
    }

    static boolean isOfGeoNames(List<String> cells) {
        return cells.size() == GEONAMES.size()
                && cells.get(0).matches("[0-9]{1,10}")
                && cells.get(FEATURE_CLASS).matches("[A-Z]?")
                && cells.get(DATE).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }
}
