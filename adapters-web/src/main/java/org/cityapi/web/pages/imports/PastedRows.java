package org.cityapi.web.pages.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.cityapi.web.formats.InPieces;

/** Rows that were pasted, which are remembered while they are read, so that they can be shown again. */
final class PastedRows extends InPieces {

    /** More than people paste; what is larger is a file. */
    private static final int MOST = 4 * 1024 * 1024;

    /** So much of whoever may not import, who may be anybody. */
    private static final int MOST_OF_OTHERS = 256 * 1024;

    /** So far is looked for something that is no blank. */
    static final int BLANKS = 1 << 16;

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;
    private boolean tooLong;
    private boolean ended;

    /** @param mayImport whether whoever sends them may */
    PastedRows(InputStream in, boolean mayImport) {
        super(in);
        most = mayImport ? MOST : MOST_OF_OTHERS;
    }

    /** Whether there is nothing but blanks; the stream, whose buffer holds so many, stands at its beginning afterwards. */
    static boolean areNone(BufferedInputStream content) throws IOException {
        content.mark(BLANKS);
        int letter = content.read();
        for (int read = 1; read < BLANKS && letter >= 0 && letter <= ' '; read++) {
            letter = content.read();
        }
        content.reset();
        return letter < 0;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        ended |= read < 0;
        if (read > 0 && !tooLong) {
            tooLong = bytes.size() + read > most;
            if (tooLong) {
                bytes = new ByteArrayOutputStream(0);
            } else {
                bytes.write(target, from, read);
            }
        }
        return read;
    }

    /** Reads as much as can be shown again. */
    void readOn() throws IOException {
        byte[] piece = new byte[1 << 13];
        int read = 0;
        while (read >= 0 && !tooLong) {
            read = read(piece, 0, piece.length);
        }
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** Whether only their beginning came. */
    boolean isCut() {
        return !tooLong && !ended;
    }

    /** Whole lines, for half of one looks like all of it; empty where there were more than can be shown. */
    String text() {
        String text = tooLong ? "" : bytes.toString(StandardCharsets.UTF_8);
        return isCut() ? text.substring(0, text.lastIndexOf('\n') + 1) : text;
    }
}
