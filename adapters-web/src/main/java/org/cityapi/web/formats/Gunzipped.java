package org.cityapi.web.formats;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What a file packed with gzip (RFC 1952) holds: all its members, each of which must be whole. The JDK's own stream takes
 * whatever is no member behind the first one for the end of the file, and so one that breaks off there for a whole one.
 */
final class Gunzipped extends InflaterInputStream {

    private static final int BUFFER = 1 << 16;
    private static final int FIRST = 0x1F;
    private static final int SECOND = 0x8B;
    private static final int DEFLATE = 8;

    private static final int CHECKED = 1 << 1;
    private static final int WITH_EXTRA = 1 << 2;
    private static final int WITH_NAME = 1 << 3;
    private static final int WITH_COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;

    /** Bytes of a header behind its flags: time, flags of the method, system. */
    private static final int UNUSED = 6;

    /** Of the header, then of the content of the member that is read. */
    private final CRC32 check = new CRC32();

    /** Where of what was read ahead the next byte is that is not content. */
    private int at;

    private boolean ended;

    /** What was wrong, for whoever reads on. */
    private @Nullable IOException failure;

    /** @throws IOException when it does not begin with a member */
    Gunzipped(InputStream packed) throws IOException {
        super(packed, new Inflater(true), BUFFER);
        begin(next());
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            return readOn(target, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private int readOn(byte[] target, int from, int length) throws IOException {
        while (!ended) {
            int read = super.read(target, from, length);
            if (read >= 0) {
                check.update(target, from, read);
                return read;
            }
            end();
        }
        return -1;
    }

    private void begin(int first) throws IOException {
        check.reset();
        check.update(first);
        if (first != FIRST || checked() != SECOND || checked() != DEFLATE) {
            throw new ZipException("No member of a gzip file");
        }
        int flags = checked();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("Unknown flags of a member");
        }
        pass(UNUSED);
        if ((flags & WITH_EXTRA) != 0) {
            pass(checked() | checked() << Byte.SIZE);
        }
        if ((flags & WITH_NAME) != 0) {
            passText();
        }
        if ((flags & WITH_COMMENT) != 0) {
            passText();
        }
        if ((flags & CHECKED) != 0) {
            int wanted = (int) check.getValue() & 0xFFFF;
            expect((checked() | checked() << Byte.SIZE) == wanted);
        }
        check.reset();
        inf.reset();
        inf.setInput(buf, at, len - at);
    }

    private void end() throws IOException {
        at = len - inf.getRemaining();
        expect(number() == (int) check.getValue());
        expect(number() == (int) inf.getBytesWritten());
        int first = next();
        while (first == 0) {
            // The last block of a tape is filled up with zeros.
            first = next();
        }
        if (first < 0) {
            ended = true;
        } else {
            begin(first);
        }
    }

    private static void expect(boolean isWhole) throws ZipException {
        if (!isWhole) {
            throw new ZipException("Damaged: the sum is another");
        }
    }

    private int number() throws IOException {
        int number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            number |= needed() << shift;
        }
        return number;
    }

    private void pass(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            checked();
        }
    }

    private void passText() throws IOException {
        int sign;
        do {
            sign = checked();
        } while (sign != 0);
    }

    private int checked() throws IOException {
        int next = needed();
        check.update(next);
        return next;
    }

    private int needed() throws IOException {
        int next = next();
        if (next < 0) {
            throw new EOFException("Breaks off");
        }
        return next;
    }

    /** -1 at the end of the file. */
    private int next() throws IOException {
        if (at == len) {
            at = 0;
            len = Math.max(0, in.read(buf, 0, buf.length));
        }
        return at < len ? buf[at++] & 0xFF : -1;
    }

    @Override
    public int available() {
        return ended ? 0 : 1;
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            inf.end();
        }
    }
}
