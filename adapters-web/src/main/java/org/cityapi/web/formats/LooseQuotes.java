package org.cityapi.web.formats;

import de.siegmar.fastcsv.reader.FieldModifier;
import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.text.ShortTexts;

/**
 * Notices cells that begin with blanks and a quote: to RFC 4180 (section 2) they are not quoted, and end at the next delimiter,
 * which is not what their writer meant.
 */
final class LooseQuotes implements FieldModifier {

    private final char quote;
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> parted = new ArrayList<>();

    LooseQuotes(char quote) {
        this.quote = quote;
    }

    @Override
    public String modify(long startingLineNumber, int fieldIdx, boolean quoted, String field) {
        if (fieldIdx == 0) {
            places.clear();
            parted.clear();
        }
        String rest = quoted ? "" : behindBlanks(field);
        if (!rest.isEmpty() && rest.charAt(0) == quote) {
            places.add(fieldIdx);
            if (rest.chars().filter(letter -> letter == quote).count() % 2 == 1) {
                parted.add(fieldIdx);
            }
        }
        return field;
    }

    /** What follows the blanks with which a cell begins; empty where it begins with none. */
    private String behindBlanks(String cell) {
        boolean isPlain =
                quote == CsvSigns.NO_QUOTE || cell.isEmpty() || (cell.charAt(0) > ' ' && cell.charAt(0) <= '~');
        return isPlain ? "" : ShortTexts.trim(cell);
    }

    /** Where they stand in the record that was read last, from 0. */
    List<Integer> places() {
        return List.copyOf(places);
    }

    /** Those of them whose quotes are open at their end: their writer meant the delimiter behind for a part of the cell. */
    List<Integer> parted() {
        return List.copyOf(parted);
    }
}
