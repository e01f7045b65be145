package org.cityapi.bootstrap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where an export goes. A file is there when it is whole, and as it was before if that fails. What is there and is no
 * plain file, such as a named pipe or a device, is written to as it is.
 */
final class WrittenFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    /** As many as Linux follows; what has more leads in a circle. */
    private static final int MOST_LINKS = 40;

    private final OutputStream place;
    private final OutputStream out;
    private final boolean isOwn;
    private final @Nullable FilePart part;

    private WrittenFile(OutputStream place, boolean packed, boolean isOwn, @Nullable FilePart part) throws IOException {
        OutputStream buffered = new BufferedOutputStream(place, BUFFER);
        this.place = place;
        this.out = packed ? new GZIPOutputStream(buffered, BUFFER) : buffered;
        this.isOwn = isOwn;
        this.part = part;
    }

    /** Something that is open, and stays so. */
    static WrittenFile of(OutputStream out) throws IOException {
        return new WrittenFile(out, false, false, null);
    }

    /** @param packed whether with gzip */
    static WrittenFile at(Path name, boolean packed) throws IOException {
        Path file = behindLinks(name);
        if (Files.isSymbolicLink(file) || (Files.exists(file) && !Files.isRegularFile(file))) {
            return new WrittenFile(Files.newOutputStream(file, direct(file)), packed, true, null);
        }
        FilePart part = FilePart.beside(file);
        return new WrittenFile(part.open(), packed, true, part);
    }

    /** What links lead to, also where that is not there yet; but none that stands for a stream that is open. */
    private static Path behindLinks(Path name) throws IOException {
        Path file = inRealFolder(name);
        for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(file) && !file.startsWith("/proc"); links++) {
            file = inRealFolder(file.resolveSibling(Files.readSymbolicLink(file)));
        }
        return file;
    }

    private static Path inRealFolder(Path name) throws IOException {
        Path file = name.toAbsolutePath();
        Path folder = file.getParent();
        return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
    }

    /** The standard output may be a file in which something stands: that stays. */
    private static StandardOpenOption direct(Path file) {
        return Files.isRegularFile(file) ? StandardOpenOption.APPEND : StandardOpenOption.WRITE;
    }

    void write(byte[] piece) throws IOException {
        out.write(piece);
    }

    /** Says that all is written. */
    void finish() throws IOException {
        if (!isOwn) {
            out.flush();
            return;
        }
        out.close();
        if (part != null) {
            part.putInPlace();
        }
    }

    /** Without {@link #finish}, nothing stays of a file. */
    @Override
    public void close() throws IOException {
        if (!isOwn) {
            return;
        }
        // What is packed does not close its place when it fails.
        try (place;
                out) {
            // All was written before.
        } finally {
            if (part != null) {
                part.remove();
            }
        }
    }
}
