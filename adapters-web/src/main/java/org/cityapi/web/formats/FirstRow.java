package org.cityapi.web.formats;

import java.util.List;
import java.util.stream.IntStream;
import org.cityapi.web.http.WrittenNumber;

/** The first line of a file that tells no names of columns, but a row already. */
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

    private FirstRow() {}

    /** Whether a number is among its cells, and no name that columns have. */
    static boolean isOne(List<String> cells) {
        return cells.stream().anyMatch(FirstRow::isNumber)
                && cells.stream().noneMatch(cell -> ColumnWords.areKnown(cell) || Fields.isPassedOver(cell));
    }

    private static boolean isNumber(String cell) {
        return WrittenNumber.degrees(cell).isPresent()
                || WrittenNumber.whole(cell).isPresent();
    }

    /** What its columns are called: as GeoNames calls them if it comes from there, by their numbers otherwise. */
    static List<String> names(List<String> cells) {
        return isOfGeoNames(cells)
                ? GEONAMES
                : IntStream.range(0, cells.size()).mapToObj(CsvHeader::number).toList();
    }

    private static boolean isOfGeoNames(List<String> cells) {
        return cells.size() == GEONAMES.size()
                && isNumber(cells.get(0))
                && cells.get(FEATURE_CLASS).matches("[A-Z]?")
                && cells.get(DATE).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }
}
