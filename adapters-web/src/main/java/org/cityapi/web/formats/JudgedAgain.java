package org.cityapi.web.formats;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file at whose end it is judged again who sends it: it may have come for an hour, and his access been taken away
 * meanwhile.
 */
public final class JudgedAgain extends InPieces {

    private final Runnable judgement;
    private boolean ended;

    /** @param judgement throws when nothing may be made of the file */
    public JudgedAgain(InputStream file, Runnable judgement) {
        super(file);
        this.judgement = judgement;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        if (read < 0 && !ended) {
            ended = true;
            judgement.run();
        }
        return read;
    }
}
