package org.cityapi.bootstrap;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** An output that keeps why it failed, which a {@link java.io.PrintStream} tells nobody. */
final class KeptFailure extends FilterOutputStream {

    private @Nullable IOException failure;

    KeptFailure(OutputStream out) {
        super(out);
    }

    /** The first; null when there was none. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }
}
