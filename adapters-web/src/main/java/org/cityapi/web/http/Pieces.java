package org.cityapi.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;

/**
 * Pieces of a long answer, each made when those before were taken. Who closes it before the end, because its client has
 * gone or wanted the head alone, has no more of them made; a {@link SequenceInputStream} would make all, to close them.
 */
@SuppressWarnings("JdkObsolete") // what SequenceInputStream asks for
public final class Pieces extends SequenceInputStream {

    private volatile boolean closed;

    /** @param pieces which lie in memory, and need not be closed */
    public Pieces(Enumeration<? extends InputStream> pieces) {
        super(pieces);
    }

    @Override
    public int read() throws IOException {
        return closed ? -1 : super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return closed ? -1 : super.read(bytes, from, length);
    }

    @Override
    public void close() {
        closed = true;
    }
}
