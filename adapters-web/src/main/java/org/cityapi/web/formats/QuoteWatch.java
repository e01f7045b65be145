package org.cityapi.web.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Notices whether CSV ends within a quoted text: whoever reads it takes all that is left for one cell then. */
final class QuoteWatch extends FilterReader {

    private final char delimiter;
    private final char quote;
    private boolean isCellStart = true;
    private boolean isQuoted;
    private boolean isAfterQuote;
    private boolean isAfterReturn;
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
        int read = super.read(target, from, length);
        for (int i = from; i < from + read; i++) {
            look(target[i]);
        }
        return read;
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
