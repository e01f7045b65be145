package org.cityapi.web.formats;

import java.util.List;
import java.util.stream.IntStream;
import org.cityapi.domain.country.Countries;
import org.cityapi.web.http.WrittenNumber;

/** Judges whether the first line of a file has the names of its columns, or is a row already; people may know better. */
final class FirstRow {

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

    /** So many names of columns a row does not have. */
    private static final int SURE = 2;

    private FirstRow() {}

    /** Whether there is a number that is no year among its cells, and hardly a name that columns have. */
    static boolean isOne(List<String> cells) {
        return isOfGeoNames(cells)
                || (cells.stream().anyMatch(FirstRow::isFigure)
                        && !areCounted(cells)
                        && cells.stream().filter(FirstRow::isName).count() < SURE);
    }

    private static boolean isFigure(String cell) {
        return !cell.strip().matches("(1[5-9]|20)[0-9]{2}")
                && (WrittenNumber.degrees(cell).isPresent()
                        || WrittenNumber.whole(cell).isPresent());
    }

    /** Whether the cells are numbers in order, by which programs name columns. */
    private static boolean areCounted(List<String> cells) {
        int first = cells.get(0).equals("0") ? 0 : 1;
        return cells.size() > 1
                && IntStream.range(0, cells.size())
                        .allMatch(place -> cells.get(place).equals(Integer.toString(first + place)));
    }

    /** The code of a country may look like the name of a column, such as ID. */
    private static boolean isName(String cell) {
        boolean isCode =
                cell.matches("[A-Z]{2,3}") && Countries.catalogue().named(cell).isPresent();
        return !isCode && (ColumnWords.areKnown(cell) || Fields.isPassedOver(cell));
    }

    /** By which names of its columns is guessed what they mean. */
    static List<String> names(List<String> cells) {
        return isOfGeoNames(cells) ? GEONAMES : CsvHeader.numbers(cells.size());
    }

    static boolean isOfGeoNames(List<String> cells) {
        return cells.size() == GEONAMES.size()
                && cells.get(0).matches("[0-9]{1,10}")
                && cells.get(FEATURE_CLASS).matches("[A-Z]?")
                && cells.get(DATE).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }
}
