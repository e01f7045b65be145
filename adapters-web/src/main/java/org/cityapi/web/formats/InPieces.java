package org.cityapi.web.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that looks at what is read in one place: a single byte is read as a piece of one. */
@SuppressWarnings("InputStreamSlowMultibyteRead") // whoever extends this overrides how pieces are read
public abstract class InPieces extends FilterInputStream {

    protected InPieces(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
}
