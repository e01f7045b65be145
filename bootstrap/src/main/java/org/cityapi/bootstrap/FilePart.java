package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file beside the one that it is to become, under a name that nobody has.
 *
 * @param old the rights of the one that it is to replace; null where there is none, or the system knows no such rights
 */
record FilePart(Path part, Path whole, @Nullable PosixFileAttributes old) {

    /** @throws AccessDeniedException where one is that may not be written to */
    static FilePart beside(Path whole) throws IOException {
        boolean isThere = Files.exists(whole);
        if (isThere && !Files.isWritable(whole)) {
            throw new AccessDeniedException(whole.toString());
        }
        PosixFileAttributeView rights = Files.getFileAttributeView(whole, PosixFileAttributeView.class);
        return new FilePart(
                whole.resolveSibling("city-api-" + UUID.randomUUID() + ".part"),
                whole,
                isThere && rights != null ? rights.readAttributes() : null);
    }

    /** Nobody may read it who may not read the old one. */
    OutputStream open() throws IOException {
        FileAttribute<?>[] rights = old == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(old.permissions())};
        OutputStream out = Channels.newOutputStream(
                Files.newByteChannel(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights));
        // When the process is told to end amid it.
        part.toFile().deleteOnExit();
        return out;
    }

    void putInPlace() throws IOException {
        if (old != null) {
            keepRights(Files.getFileAttributeView(part, PosixFileAttributeView.class), old);
        }
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void keepRights(PosixFileAttributeView rights, PosixFileAttributes old) throws IOException {
        try {
            rights.setGroup(old.group());
            rights.setOwner(old.owner());
        } catch (IOException notAllowed) {
            // It is the writer's, then.
        }
        // What the process' mask took away comes back.
        rights.setPermissions(old.permissions());
    }

    void remove() throws IOException {
        Files.deleteIfExists(part);
    }
}
