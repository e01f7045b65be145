package org.cityapi.web.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;

/** Text of which no more than so much is read for one thing, and kept until the next one begins. */
final class BoundedText extends FilterReader {

    private final int most;
    private long line;
    private long read;

    /** From where the thing begins. */
    private final StringBuilder kept = new StringBuilder();

    /** How many characters stand before those. */
    private long before;

    BoundedText(Reader in, int most) {
        super(in);
        this.most = most;
    }

    /** The next thing begins, after so many characters of all; what was read ahead counts for the one before. */
    void begin(long itsLine, long at) {
        line = itsLine;
        read = 0;
        kept.delete(0, (int) (at - before));
        before = at;
    }

    /** The thing, which ends after so many characters of all. */
    String text(long to) {
        return kept.substring(0, (int) (to - before));
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (read > most) {
            throw new BrokenFile(RowFault.of(line, Fault.TOO_LONG, Map.of("max", most)));
        }
        int count = super.read(target, from, length);
        if (count > 0) {
            read += count;
            kept.append(target, from, count);
        }
        return count;
    }
}
