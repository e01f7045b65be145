package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.web.http.JsonBody;
import org.cityapi.web.http.JsonValues;
import org.jspecify.annotations.Nullable;

/** The rows of a file that is JSON as a whole. */
abstract class ParsedRows extends ReadAhead {

    /** Characters that a row may have. */
    private static final int LONGEST = 1 << 20;

    private final BoundedText bounded;
    private final JsonParser parser;
    private final Naming naming;
    private long count;
    private @Nullable DraftRow next;

    ParsedRows(Reader text, Naming naming) {
        this.naming = naming;
        bounded = new BoundedText(text, LONGEST);
        bounded.begin(1, 0);
        try {
            parser = JsonBody.parser(bounded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Work on the parser. */
    interface Reading {

        void run() throws IOException;
    }

    final void reading(Reading reading) {
        try {
            reading.run();
        } catch (StreamConstraintsException tooDeep) {
            throw new BrokenFile(RowFault.of(
                    parser.currentLocation().getLineNr(), Fault.TOO_DEEP, Map.of("max", JsonValues.MAX_DEPTH)));
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final BrokenFile malformed() {
        return malformed(parser.currentLocation());
    }

    private static BrokenFile malformed(JsonLocation at) {
        return new BrokenFile(RowFault.of(
                at.getLineNr(), Fault.MALFORMED, Map.of("line", at.getLineNr(), "column", at.getColumnNr())));
    }

    final BrokenFile broken(Fault fault) {
        return new BrokenFile(RowFault.of(parser.currentLocation().getLineNr(), fault, Map.of()));
    }

    final JsonParser parser() {
        return parser;
    }

    final Naming naming() {
        return naming;
    }

    /** The next row begins where the parser stands. */
    final long beginRow() {
        beginOther();
        return ++count;
    }

    /** What is no row begins where the parser stands. */
    final void beginOther() {
        JsonLocation at = parser.currentTokenLocation();
        bounded.begin(at.getLineNr(), at.getCharOffset());
    }

    /** The row, to where the parser stands. */
    final String rowText() {
        return bounded.text(parser.currentLocation().getCharOffset());
    }

    final void give(DraftRow row) {
        next = row;
    }

    /** Reads on, to the end of the next row, and {@link #give gives} it; or to the end of all. */
    abstract void readNext() throws IOException;

    @Override
    @Nullable
    DraftRow read() {
        next = null;
        reading(this::readNext);
        return next;
    }
}
