package org.cityapi.web.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;

/** Text of which no more than so much is read for one thing, so that its reader need not keep more. */
final class BoundedText extends FilterReader {

    private final int most;
    private long line;
    private long read;

    BoundedText(Reader in, int most) {
        super(in);
        this.most = most;
    }

    /** The next thing begins; what was read ahead counts for the one before. */
    void begin(long itsLine) {
        line = itsLine;
        read = 0;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (read > most) {
            throw new BrokenFile(RowFault.of(line, Fault.TOO_LONG, Map.of("max", most)));
        }
        int count = super.read(target, from, length);
        read += Math.max(count, 0);
        return count;
    }
}
