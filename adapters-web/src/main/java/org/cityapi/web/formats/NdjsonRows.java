package org.cityapi.web.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;
import org.jspecify.annotations.Nullable;

/** A JSON object a line; empty lines are passed over. */
final class NdjsonRows extends ReadAhead {

    /** Characters that a line may have. */
    private static final int LONGEST = 1 << 20;

    private final BufferedReader text;
    private final Naming naming;
    private long line;
    private long count;
    private boolean afterReturn;

    NdjsonRows(Reader text, Naming naming) {
        this.text = new BufferedReader(text);
        this.naming = naming;
        begin();
    }

    @Override
    @Nullable
    DraftRow read() {
        String json = readLine();
        while (json != null && json.isBlank()) {
            json = readLine();
        }
        return json == null ? null : row(json);
    }

    private DraftRow row(String json) {
        count++;
        try {
            JsonBody read = JsonBody.read(json, new Violations());
            JsonRow row = Unread.noted(naming.members(read), read.violations(), () -> json);
            return row.draft(count, line, read.violations());
        } catch (Rejection.Invalid invalid) {
            Violation first = invalid.violations().get(0);
            // The line within the line says nothing.
            Map<String, Object> details = first.fault() == Fault.MALFORMED
                    ? Map.of("line", line, "column", first.details().getOrDefault("column", 1))
                    : first.details();
            return JsonRow.broken(count, line, first.fault(), details, json);
        }
    }

    private @Nullable String readLine() {
        StringBuilder read = new StringBuilder();
        try {
            line++;
            for (int letter = text.read(); ; letter = text.read()) {
                if (letter < 0) {
                    return read.isEmpty() ? null : read.toString();
                }
                boolean secondHalf = letter == '\n' && afterReturn;
                afterReturn = letter == '\r';
                if (secondHalf) {
                    continue;
                }
                if (letter == '\n' || letter == '\r') {
                    return read.toString();
                }
                if (read.length() == LONGEST) {
                    throw new BrokenFile(RowFault.of(line, Fault.TOO_LONG, Map.of("max", LONGEST)));
                }
                read.append((char) letter);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
