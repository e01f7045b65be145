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

    LooseQuotes(char quote) {
        this.quote = quote;
    }

    @Override
    public String modify(long startingLineNumber, int fieldIdx, boolean quoted, String field) {
        if (fieldIdx == 0) {
            places.clear();
        }
        if (!quoted && isLoose(field)) {
            places.add(fieldIdx);
        }
        return field;
    }

    private boolean isLoose(String cell) {
        if (quote == CsvSigns.NO_QUOTE || cell.isEmpty() || (cell.charAt(0) > ' ' && cell.charAt(0) <= '~')) {
            return false;
        }
        String rest = ShortTexts.trim(cell);
        return !rest.isEmpty() && rest.charAt(0) == quote;
    }

    /** Where they stand in the record that was read last, from 0. */
    List<Integer> places() {
        return List.copyOf(places);
    }
}
