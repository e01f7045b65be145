package org.cityapi.application.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read, for whoever watches. */
final class CountedStream extends FilterInputStream {

    private volatile long bytes;

    CountedStream(InputStream in) {
        super(in);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int many = super.read(target, from, length);
        count(Math.max(many, 0));
        return many;
    }

    /** One thread reads at a time. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void count(int more) {
        bytes += more;
    }
}
