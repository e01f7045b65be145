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
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file. */
final class CsvRows implements CityFiles.DraftRows {

    /** Characters that a cell may have: two hundred other names of two hundred characters, and then some. */
    private static final int LONGEST_CELL = 1 << 18;

    private static final int LONGEST_ROW = 1 << 20;
    private static final int MOST_CELLS = 1_000;
    private static final Pattern LINE = Pattern.compile("started in line ([0-9]+)");

    private final QuoteWatch watch;
    private final LooseQuotes loose;
    private final Iterator<CsvRecord> records;
    private final CsvHeader header;
    private final Set<String> given;
    private @Nullable Read next;
    private long count;

    /** Whether a row has had what stands in no column; told while others are read. */
    private volatile boolean isUnread;

    /** A record; {@code loose}: the places of its cells whose quotes are none; {@code parted}: of those that go on in the next. */
    private record Read(long line, List<String> cells, List<Integer> loose, List<Integer> parted) {}

    CsvRows(Reader text, Naming naming) {
        BufferedReader buffered = new BufferedReader(text, CsvSigns.LOOKED_AT);
        CsvSigns signs = CsvSigns.of(buffered, naming.isByFields());
        watch = new QuoteWatch(buffered, signs.delimiter(), signs.quote());
        loose = new LooseQuotes(signs.quote());
        records = CsvReader.builder()
                .fieldSeparator(signs.delimiter())
                .quoteCharacter(signs.quote())
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_CELL)
                .build(
                        CsvRecordHandler.of(limits -> limits.maxFields(MOST_CELLS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)
                                .fieldModifier(loose)),
                        watch)
                .iterator();
        Read first = read();
        while (first != null && !naming.isByFields() && isNone(first)) {
            first = read();
        }
        if (first == null) {
            throw new BrokenFile(RowFault.of(1, Fault.NO_HEADER, Map.of()));
        }
        if (watch.isOpen() && !hasMore()) {
            throw unclosed();
        }
        if (naming.isByFields() && !first.loose().isEmpty()) {
            throw loose(first);
        }
        header = naming.header(first.line(), first.cells());
        given = header.given();
        next = header.isRow() ? first : read();
    }

    /** Whether it comes before all else, and is nothing. */
    private static boolean isNone(Read record) {
        List<String> cells = record.cells();
        return cells.stream().allMatch(String::isBlank)
                || (cells.get(0).startsWith(CsvSigns.TOLD) && cells.size() <= 2);
    }

    private static BrokenFile loose(Read header) {
        return new BrokenFile(header.loose().stream()
                .map(place -> new RowFault(
                        0, header.line(), header.cells().get(place).strip(), null, Fault.LOOSE_QUOTE, Map.of()))
                .toList());
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
        Read record = next;
        next = read();
        CsvRow cells = row(record);
        if (cells.hasUnread()) {
            isUnread = true;
        }
        return cells.draft(++count, record.line(), given);
    }

    private CsvRow row(Read record) {
        boolean isParted =
                header.fields(record.parted()).size() < record.parted().size();
        return new CsvRow(header, record.cells(), header.fields(record.loose()), isParted);
    }

    /** The next one; where a quote is open at the end, the last one is none, for it holds all rows below. */
    private @Nullable Read read() {
        if (hasMore()) {
            CsvRecord record = records.next();
            return new Read(record.getStartingLineNumber(), record.getFields(), loose.places(), loose.parted());
        } else if (watch.isOpen()) {
            throw unclosed();
        }
        return null;
    }

    private boolean hasMore() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    private BrokenFile unclosed() {
        return new BrokenFile(RowFault.of(watch.opened(), Fault.UNCLOSED, Map.of()));
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
            return new BrokenFile(RowFault.of(watch.opened(), Fault.ENDLESS, Map.of("max", LONGEST_CELL)));
        }
        return new BrokenFile(RowFault.of(where, Fault.TOO_LONG, Map.of("max", LONGEST_CELL)));
    }
}
