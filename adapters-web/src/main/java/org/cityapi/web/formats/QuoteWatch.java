package org.cityapi.web.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Notices whether CSV ends within a quoted text: whoever reads it takes all that is left for one cell then. A CR alone in a
 * quoted text becomes an LF, for behind the quote the parser would take the end of the line for its other half.
 */
final class QuoteWatch extends FilterReader {

    private static final int NOTHING = -2;

    private final char delimiter;
    private final char quote;
    private boolean isCellStart = true;
    private boolean isQuoted;
    private boolean isAfterQuote;
    private boolean isAfterReturn;
    private int ahead = NOTHING;
    private long line = 1;
    private long opened;

    QuoteWatch(Reader in, char delimiter, char quote) {
        super(in);
        this.quote = quote;
        this.delimiter = delimiter;
    }

    /** Whether what was read up to now ends within a quoted text. */
    boolean isOpen() {
        return isQuoted && !isAfterQuote;
    }

    /** The line in which the last quoted text begins. */
    long opened() {
        return opened;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        int read = fill(target, from, length);
        for (int i = from; i < from + read; i++) {
            if (target[i] == '\r' && isOpen() && !isBefore('\n', target, i + 1, from + read)) {
                target[i] = '\n';
            }
            look(target[i]);
        }
        return read;
    }

    private int fill(char[] target, int from, int length) throws IOException {
        if (ahead == NOTHING || length == 0) {
            return super.read(target, from, length);
        }
        int next = ahead;
        ahead = NOTHING;
        if (next >= 0) {
            target[from] = (char) next;
        }
        return next < 0 ? -1 : 1;
    }

    /** Whether that letter comes next, be it read already or not. */
    private boolean isBefore(char letter, char[] target, int at, int end) throws IOException {
        if (at < end) {
            return target[at] == letter;
        }
        ahead = in.read();
        return ahead == letter;
    }

    private void look(char letter) {
        if (isQuoted && !isAfterQuote) {
            isAfterQuote = letter == quote;
        } else if (isQuoted && letter == quote) {
            isAfterQuote = false;
        } else if (isCellStart && letter == quote) {
            isQuoted = true;
            isCellStart = false;
            opened = line;
        } else {
            isQuoted = false;
            isAfterQuote = false;
            isCellStart = letter == delimiter || letter == '\n' || letter == '\r';
        }
        count(letter);
    }

    /** LF, CR LF and CR end a line. */
    private void count(char letter) {
        if (letter == '\r' || (letter == '\n' && !isAfterReturn)) {
            line++;
        }
        isAfterReturn = letter == '\r';
    }
}
