package org.cityapi.bootstrap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where an export goes. A file is there when it is whole; until then, and never if that fails, its part beside it. */
final class WrittenFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final @Nullable Path part;
    private final @Nullable Path whole;

    private WrittenFile(OutputStream out, @Nullable Path part, @Nullable Path whole) {
        this.out = new BufferedOutputStream(out, BUFFER);
        this.part = part;
        this.whole = whole;
    }

    static WrittenFile of(OutputStream out) {
        return new WrittenFile(out, null, null);
    }

    static WrittenFile at(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        OutputStream out = Files.newOutputStream(part);
        // When the process is told to end amid it.
        part.toFile().deleteOnExit();
        return new WrittenFile(out, part, file);
    }

    void write(byte[] piece) throws IOException {
        out.write(piece);
    }

    /** Says that all is written. */
    void finish() throws IOException {
        out.flush();
        if (part != null && whole != null) {
            out.close();
            try {
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Without {@link #finish}, nothing stays of a file. */
    @Override
    public void close() throws IOException {
        if (part != null) {
            try {
                out.close();
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
