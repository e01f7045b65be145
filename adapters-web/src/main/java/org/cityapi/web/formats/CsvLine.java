package org.cityapi.web.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Cells in one text. */
final class CsvLine {

    private CsvLine() {}

    /** As CSV, with commas; something stands in it though the cells be blank. */
    static String of(List<String> cells) {
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
