package org.cityapi.web.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;

/**
 * The signs by which the cells of a CSV file are told from each other.
 *
 * @param quote around cells that hold other signs
 */
record CsvSigns(char delimiter, char quote) {

    /** Characters of a file by which they are told. */
    static final int LOOKED_AT = 1 << 16;

    /** What the line begins with by which a spreadsheet is told the delimiter. */
    static final String TOLD = "sep=";

    private static final char QUOTE = '"';

    /** Without its mark it can be read as UTF-8, with a NUL beside each letter of ASCII; in one cell NUL is a fault of the row. */
    private static final Pattern UTF_16 = Pattern.compile("^.?\0|\0[,;\t]|[,;\t]\0", Pattern.DOTALL);

    /** Stands in no text that is taken. */
    static final char NO_QUOTE = '\0';

    /**
     * Looks at the first line that is not blank. Its delimiter is the one of comma, semicolon and tab that it has most of; in
     * files of others, which may begin with any row, two tabs, or two semicolons, weigh more than any comma. Dumps of GeoNames
     * know no quotes.
     *
     * @param text stands where it stood afterwards
     * @param isOurs whether its columns have the names of fields
     */
    static CsvSigns of(BufferedReader text, boolean isOurs) {
        String line = firstLine(text);
        if (!isOurs && isDump(line)) {
            return new CsvSigns('\t', NO_QUOTE);
        }
        if (UTF_16.matcher(line).find() && line.chars().anyMatch(letter -> letter != 0)) {
            throw new BrokenFile(RowFault.of(1, Fault.ENCODING, Map.of()));
        }
        long commas = count(line, ',');
        long semicolons = count(line, ';');
        long tabs = count(line, '\t');
        if (tabs > Math.max(commas, semicolons) || (tabs > 1 && !isOurs)) {
            return new CsvSigns('\t', QUOTE);
        }
        return new CsvSigns(semicolons > commas || (semicolons > 1 && !isOurs) ? ';' : ',', QUOTE);
    }

    private static boolean isDump(String line) {
        return line.lines()
                .findFirst()
                .filter(first -> FirstRow.isOfDump(List.of(first.split("\t", -1))))
                .isPresent();
    }

    private static String firstLine(BufferedReader text) {
        try {
            text.mark(LOOKED_AT);
            StringBuilder line = new StringBuilder();
            boolean quoted = false;
            for (int i = 1; i < LOOKED_AT; i++) {
                int letter = text.read();
                boolean ends = letter < 0 || (!quoted && (letter == '\n' || letter == '\r'));
                if (ends && (letter < 0 || !isNone(line))) {
                    break;
                } else if (ends) {
                    line.setLength(0);
                } else {
                    quoted ^= letter == QUOTE;
                    line.append((char) letter);
                }
            }
            text.reset();
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is blank, or tells the delimiter to a spreadsheet. */
    private static boolean isNone(StringBuilder line) {
        return line.indexOf(TOLD) == 0
                || line.chars().allMatch(letter -> letter <= ' ' || letter == ',' || letter == ';');
    }

    /** How often a sign stands outside of quotes. */
    private static long count(String line, char sign) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == QUOTE;
            count += !quoted && line.charAt(i) == sign ? 1 : 0;
        }
        return count;
    }
}
