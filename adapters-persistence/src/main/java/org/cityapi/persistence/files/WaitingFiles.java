package org.cityapi.persistence.files;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files in a folder that nobody else uses; what a process before left there is deleted first. */
@Singleton
@Requires(property = WaitingFiles.FOLDER)
final class WaitingFiles implements ImportFiles {

    static final String FOLDER = ImportFolder.PROPERTY;

    private static final Logger LOG = LoggerFactory.getLogger(WaitingFiles.class);
    private static final int PIECE = 1 << 16;

    private final Path folder;

    WaitingFiles(@Value("${" + FOLDER + "}") Path folder) {
        this.folder = folder;
        try {
            if (Files.notExists(folder)) {
                Files.createDirectory(folder, ownerOnly());
            }
            for (Path left : list()) {
                Files.delete(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file may hold what is not yet public. */
    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public Kept keep(InputStream content) throws IOException {
        Path file = create();
        boolean whole = false;
        try {
            long bytes = copy(content, file);
            whole = true;
            return new Kept(file.getFileName().toString(), bytes);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path create() {
        try {
            return Files.createTempFile(folder, "", ".import");
        } catch (IOException e) {
            throw new Rejection.Unavailable(Dependency.DISK, e);
        }
    }

    /** Only what fails here, not what fails at the sender's, is for want of room. */
    private static long copy(InputStream content, Path file) throws IOException {
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        try (OutputStream out = open(file)) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                write(out, piece, read);
                bytes += read;
            }
        }
        return bytes;
    }

    private static OutputStream open(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new Rejection.Unavailable(Dependency.DISK, e);
        }
    }

    private static void write(OutputStream out, byte[] piece, int length) {
        try {
            out.write(piece, 0, length);
        } catch (IOException e) {
            throw new Rejection.Unavailable(Dependency.DISK, e);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
    }

    @Override
    public void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            LOG.warn("The file {} of an import cannot be deleted: {}", name, e.toString());
        }
    }

    /** Files of imports that are not over stay till the next start, and are deleted then. */
    @PreDestroy
    void close() {
        try {
            if (list().isEmpty()) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            LOG.debug("The folder {} stays", folder, e);
        }
    }
}
