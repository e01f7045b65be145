package org.cityapi.web.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violation;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file. */
final class CsvRows implements CityFiles.DraftRows {

    /** Characters that a cell may have: two hundred other names of two hundred characters, and then some. */
    private static final int LONGEST_CELL = 1 << 18;

    private static final int LONGEST_ROW = 1 << 20;
    private static final int MOST_CELLS = 1_000;
    private static final Pattern LINE = Pattern.compile("started in line ([0-9]+)");

    private final QuoteWatch watch;
    private final Iterator<CsvRecord> records;
    private final CsvHeader header;
    private final Set<String> given;
    private @Nullable CsvRecord next;
    private long count;

    /** Whether a row has had what stands in no column; told while others are read. */
    private volatile boolean isUnread;

    CsvRows(Reader text, Naming naming) {
        BufferedReader buffered = new BufferedReader(text, CsvSigns.LOOKED_AT);
        CsvSigns signs = CsvSigns.of(buffered, naming.isByFields());
        watch = new QuoteWatch(buffered, signs.delimiter(), signs.quote());
        records = CsvReader.builder()
                .fieldSeparator(signs.delimiter())
                .quoteCharacter(signs.quote())
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_CELL)
                .build(
                        CsvRecordHandler.of(limits -> limits.maxFields(MOST_CELLS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)),
                        watch)
                .iterator();
        CsvRecord first = read();
        while (first != null && !naming.isByFields() && isNone(first)) {
            first = read();
        }
        if (first == null) {
            throw new BrokenFile(RowFault.of(1, Fault.NO_HEADER, Map.of()));
        }
        header = naming.header(first.getStartingLineNumber(), first.getFields());
        given = header.given();
        next = header.isRow() ? first : read();
        if (next == null && !naming.isByFields() && watch.isOpen()) {
            throw new BrokenFile(RowFault.of(first.getStartingLineNumber(), Fault.UNCLOSED, Map.of()));
        }
    }

    /** Whether it comes before all else, and is nothing. */
    private static boolean isNone(CsvRecord record) {
        List<String> cells = record.getFields();
        return cells.stream().allMatch(String::isBlank)
                || (cells.get(0).startsWith(CsvSigns.TOLD) && cells.size() <= 2);
    }

    @Override
    public List<String> columns() {
        return Fields.with(header.columns(), isUnread);
    }

    @Override
    public boolean hasNext() {
        while (next != null && row(next).isEmpty()) {
            next = read();
        }
        return next != null;
    }

    @Override
    public DraftRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        CsvRecord record = next;
        next = read();
        CsvRow cells = row(record);
        if (cells.hasUnread()) {
            isUnread = true;
        }
        DraftRow row = cells.draft(++count, record.getStartingLineNumber(), given);
        return next == null && watch.isOpen()
                ? row.with(List.of(new Violation("", "", Fault.UNCLOSED, Map.of())))
                : row;
    }

    private CsvRow row(CsvRecord record) {
        return new CsvRow(header, record.getFields());
    }

    private @Nullable CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    private BrokenFile broken(CsvParseException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenFile told) {
                return told;
            }
        }
        Matcher line = LINE.matcher(String.valueOf(failure.getMessage()));
        // Of the first record the parser tells no line.
        long where = line.find() ? Long.parseLong(line.group(1)) : 1;
        String why = String.valueOf(failure.getCause());
        if (why.contains("closing quote")) {
            return new BrokenFile(RowFault.of(where, Fault.QUOTE, Map.of()));
        } else if (why.contains(" fields")) {
            return new BrokenFile(RowFault.of(where, Fault.TOO_MANY, Map.of("max", MOST_CELLS)));
        } else if (why.contains("record size")) {
            return new BrokenFile(RowFault.of(where, Fault.TOO_LONG, Map.of("max", LONGEST_ROW)));
        } else if (watch.isOpen()) {
            return new BrokenFile(RowFault.of(where, Fault.ENDLESS, Map.of("max", LONGEST_CELL)));
        }
        return new BrokenFile(RowFault.of(where, Fault.TOO_LONG, Map.of("max", LONGEST_CELL)));
    }
}
