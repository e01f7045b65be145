package org.cityapi.web.v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.web.Languages;
import org.cityapi.web.formats.Fields;
import org.cityapi.web.formats.SpreadsheetText;
import org.cityapi.web.http.Pieces;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an import that were refused, as CSV that can be mended and imported again: the columns of the file, then the
 * line where the row begins in it, and why it is refused. A row of JSON need not have all fields: another column names those
 * that it leaves out, so that their empty cells are not taken for "none" when it comes back.
 */
@SuppressWarnings("JdkObsolete") // what Pieces asks for
public final class RejectedCsv implements Enumeration<InputStream> {

    /** Rows may be long. */
    private static final int AT_A_TIME = 50;

    /** Stands for what is not kept: with less than it had, the row would perhaps be taken. */
    private static final String CUT = "\u2026";

    private static final Set<String> OURS = Set.of("line", "reason");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?([eE]-[0-9]{1,2})?");

    private final ImportJob job;
    private final LongFunction<List<ImportRow>> rows;
    private final Function<List<RowFault>, String> reason;
    private final List<Integer> places = new ArrayList<>();

    /** Whether rows of the file have members, some more and some fewer, and no columns. */
    private final boolean isOfMembers;

    /** Where the column stands that has what stands in no other; -1 where that is not. */
    private final int unread;

    private @Nullable Long last;
    private boolean ended;

    private RejectedCsv(ImportJob job, LongFunction<List<ImportRow>> rows, Function<List<RowFault>, String> reason) {
        this.job = job;
        this.rows = rows;
        this.reason = reason;
        isOfMembers = job.order().format() != ImportFormat.CSV;
        unread = IntStream.range(0, job.columns().size())
                .filter(place -> Fields.isUnread(job.columns().get(place)))
                .findFirst()
                .orElse(-1);
        // A file that was mended has these already.
        for (int place = 0; place < job.columns().size(); place++) {
            if (!OURS.contains(job.columns().get(place))) {
                places.add(place);
            }
        }
    }

    /** Gives refused rows, those after the one of a number. */
    public interface Source {

        List<ImportRow> after(long number, int max);
    }

    /**
     * The file, to be kept under a name of its own.
     *
     * @param reason why a row is refused, in that language
     */
    public static MutableHttpResponse<InputStream> answer(
            ImportJob job, Source source, Function<List<RowFault>, String> reason, Locale language) {
        InputStream rows = new Pieces(new RejectedCsv(job, number -> source.after(number, AT_A_TIME), reason));
        MutableHttpResponse<InputStream> answer = HttpResponse.ok(rows);
        Languages.mark(answer, language);
        return answer.header("Content-Type", "text/csv; charset=utf-8; header=present")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"import-" + job.id().value() + "-errors.csv\"");
    }

    @Override
    public boolean hasMoreElements() {
        return !ended;
    }

    @Override
    public InputStream nextElement() {
        if (ended) {
            throw new NoSuchElementException();
        }
        StringWriter text = new StringWriter();
        try (CsvWriter lines =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            if (last == null) {
                List<String> header = new ArrayList<>(places.stream()
                        .map(job.columns()::get)
                        .map(SpreadsheetText::escape)
                        .toList());
                if (isOfMembers) {
                    header.add(Fields.LEFT_OUT);
                }
                header.add("line");
                header.add("reason");
                lines.writeRecord(header);
            }
            List<ImportRow> some = rows.apply(last == null ? 0 : last);
            for (ImportRow row : some) {
                lines.writeRecord(cells(row));
            }
            ended = some.size() < AT_A_TIME;
            last = some.isEmpty()
                    ? Long.valueOf(0)
                    : (Long) some.get(some.size() - 1).number();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(text.toString().getBytes(UTF_8));
    }

    private List<String> cells(ImportRow row) {
        List<String> cells = new ArrayList<>();
        for (int place : places) {
            String kept = cell(row, place);
            String cell = place == unread && (kept == null || kept.isBlank()) && isCut(row) ? CUT : kept;
            cells.add(cell == null ? "" : safe(job.columns().get(place), cell));
        }
        if (isOfMembers) {
            cells.add(places.stream()
                    .filter(place -> cell(row, place) == null)
                    .map(job.columns()::get)
                    .filter(column -> !Fields.isUnread(column))
                    .collect(Collectors.joining("|")));
        }
        cells.add(Long.toString(row.line()));
        cells.add(SpreadsheetText.escape(
                reason.apply(row.faults().stream().map(this::byColumn).toList())));
        return cells;
    }

    private static boolean isCut(ImportRow row) {
        return row.faults().stream().anyMatch(fault -> fault.fault() == Fault.CUT);
    }

    private static @Nullable String cell(ImportRow row, int place) {
        return place < row.cells().size() ? row.cells().get(place) : null;
    }

    /** With the column as it is called here. */
    private RowFault byColumn(RowFault fault) {
        ColumnMatch match = job.order().match();
        String column = fault.column();
        return match == null || column == null
                ? fault
                : new RowFault(
                        fault.row(),
                        fault.line(),
                        match.meaning(column),
                        fault.value(),
                        fault.fault(),
                        fault.details());
    }

    /** Numbers stay numbers where they mean one; a cell of CSV may be marked already. */
    private String safe(String column, String cell) {
        if (Fields.isNumber(column) && NUMBER.matcher(cell).matches()) {
            return cell;
        }
        return SpreadsheetText.escape(job.order().format() == ImportFormat.CSV ? SpreadsheetText.unescape(cell) : cell);
    }
}
