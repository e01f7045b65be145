package org.cityapi.web.formats;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipException;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;

/** Text in UTF-8, a byte order mark left out; what is not is told with its line, and nothing is put in its place. */
final class StrictUtf8 extends Reader {

    private static final int PIECE = 1 << 16;
    private static final char MARK = '\uFEFF';

    private final InputStream bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer in = ByteBuffer.allocate(PIECE).limit(0);
    private boolean begun;
    private boolean ended;
    private boolean afterReturn;
    private long line = 1;

    StrictUtf8(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(char[] target, int from, int length) {
        CharBuffer out = CharBuffer.wrap(target, from, length);
        while (out.position() == from) {
            CoderResult result = decoder.decode(in, out, ended);
            count(target, from, out.position());
            if (result.isError()) {
                throw new BrokenFile(RowFault.of(line, Fault.ENCODING, Map.of()));
            }
            if (out.position() > from && !begun) {
                begun = true;
                if (target[from] == MARK) {
                    System.arraycopy(target, from + 1, target, from, out.position() - from - 1);
                    out.position(out.position() - 1);
                }
            }
            if (out.position() == from) {
                if (ended) {
                    return -1;
                }
                fill();
            }
        }
        return out.position() - from;
    }

    private void fill() {
        in.compact();
        try {
            int read = bytes.read(in.array(), in.position(), in.remaining());
            ended = read < 0;
            in.position(in.position() + Math.max(read, 0));
        } catch (ZipException | EOFException e) {
            throw new BrokenFile(RowFault.of(line, Fault.PACKED, Map.of()));
        } catch (TooLarge e) {
            throw new BrokenFile(RowFault.of(line, Fault.TOO_LARGE, Map.of("max", e.max())));
        } catch (IOException e) {
            throw new BrokenFile(RowFault.of(line, Fault.STORE, Map.of()));
        }
        in.flip();
    }

    /** LF, CR LF and CR end a line. */
    private void count(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '\r' || (text[i] == '\n' && !afterReturn)) {
                line++;
            }
            afterReturn = text[i] == '\r';
        }
    }

    @Override
    public void close() {
        // The stream is closed by whoever opened it.
    }
}
