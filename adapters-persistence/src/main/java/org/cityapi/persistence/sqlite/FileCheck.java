package org.cityapi.persistence.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cityapi.persistence.UnusableDatabase;

/**
 * Looks at a file before it is opened for good; what cannot be used is left as it is.
 *
 * <p>Never after that: closing a file takes away the locks that SQLite holds on it in this process
 * (https://sqlite.org/howtocorrupt.html, 2.2).
 */
final class FileCheck {

    private static final Set<PosixFilePermission> WRITABLE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private FileCheck() {}

    static void run(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        if (Files.isDirectory(file)) {
            throw new UnusableDatabase("folder", file);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UnusableDatabase("no_folder", folder);
        }
        if (!isWritableFolder(folder)) {
            throw new UnusableDatabase("folder_unwritable", folder);
        }
        for (Path each : List.of(file, beside(file, "-wal"), beside(file, "-shm"))) {
            if (Files.exists(each) && !isWritableFile(each)) {
                throw new UnusableDatabase("read_only", each);
            }
        }
        try {
            if (Files.exists(file) && Files.size(file) > 0) {
                ContentCheck.run(file);
            }
        } catch (IOException e) {
            throw new UnusableDatabase("unreadable", file);
        }
    }

    /** The files in which SQLite keeps what is written last. */
    static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static boolean isWritableFolder(Path folder) {
        try {
            if (!hasWritePermission(folder)) {
                return false;
            }
            Files.delete(Files.createTempFile(folder, ".city-api", null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWritableFile(Path file) {
        try {
            return Files.isWritable(file) && hasWritePermission(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether anybody may write: root could even if nobody may, but should not. */
    private static boolean hasWritePermission(Path path) throws IOException {
        try {
            return Files.getPosixFilePermissions(path).stream().anyMatch(WRITABLE::contains);
        } catch (UnsupportedOperationException notPosix) {
            return true;
        }
    }
}
