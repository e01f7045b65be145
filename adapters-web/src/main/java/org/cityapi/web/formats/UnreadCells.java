package org.cityapi.web.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a row of CSV stands in none of its columns, or would mean something else there. */
final class UnreadCells {

    private UnreadCells() {}

    /** All of it in one text; null where that is nothing. */
    static @Nullable String of(CsvRow row) {
        List<String> cells = cells(row);
        String told = row.value(Fields.UNREAD);
        if (cells.isEmpty()) {
            return told;
        }
        return told == null || cells.size() == row.texts().size() ? line(cells) : told + "," + line(cells);
    }

    /** Those beyond the columns; of a row with fewer, or whose cells are parted wrongly, all; those whose quotes are none, for a file quotes them. */
    private static List<String> cells(CsvRow row) {
        List<String> texts = row.texts();
        int columns = row.header().names().size();
        if (row.isParted() || (texts.size() < columns && !row.hasItsCells())) {
            return texts;
        }
        Stream<String> loose = row.loose().stream()
                .filter(field -> !field.equals(Fields.UNREAD))
                .flatMap(field -> Stream.ofNullable(row.value(field)));
        return Stream.concat(
                        loose, row.hasItsCells() ? Stream.of() : texts.stream().skip(columns))
                .toList();
    }

    /** As CSV, with commas; something stands in it though the cells be blank. */
    private static String line(List<String> cells) {
        boolean isBlank = cells.stream().allMatch(String::isBlank);
        StringWriter line = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .quoteStrategy(isBlank ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
                .lineDelimiter(LineDelimiter.LF)
                .build(line)) {
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.getBuffer().substring(0, line.getBuffer().length() - 1);
    }
}
