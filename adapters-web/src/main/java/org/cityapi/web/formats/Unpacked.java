package org.cityapi.web.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, unpacked where it is packed with gzip (RFC 1952), up to so many. */
public final class Unpacked extends InPieces {

    private static final int BUFFER = 1 << 16;
    private static final int FIRST = 0x1F;
    private static final int SECOND = 0x8B;

    private final long max;
    private long bytes;

    private Unpacked(InputStream in, long max) {
        super(in);
        this.max = max;
    }

    /**
     * Bytes to read; a text cannot begin with the two bytes with which every packed file does.
     *
     * @throws IOException when they are packed wrongly; reading throws {@link TooLarge} when there are too many
     */
    public static InputStream of(InputStream content, long max) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(content, BUFFER);
        buffered.mark(2);
        boolean isPacked = buffered.read() == FIRST && buffered.read() == SECOND;
        buffered.reset();
        return new Unpacked(isPacked ? new Gunzipped(buffered) : buffered, max);
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        bytes += Math.max(read, 0);
        if (bytes > max) {
            throw new TooLarge(max);
        }
        return read;
    }
}
