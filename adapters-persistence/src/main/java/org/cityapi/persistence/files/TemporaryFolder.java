package org.cityapi.persistence.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders among the temporary files of a machine, each with a file beside it that its process keeps locked: a folder whose
 * lock is free is one that a crash has left.
 */
final class TemporaryFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
    private static final String NAME = "city-api-imports";
    private static final String LOCK = ".lock";

    /** Open as long as this process lives: a lock ends with its channel. */
    private static final List<FileChannel> HELD = new ArrayList<>();

    private TemporaryFolder() {}

    /** Makes a new one, when those that were left are deleted. */
    static synchronized Path in(Path parent) throws IOException {
        sweep(parent);
        Path folder = Files.createTempDirectory(parent, NAME);
        Path lock = folder.resolveSibling(folder.getFileName() + LOCK);
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        HELD.add(channel);
        lock.toFile().deleteOnExit();
        return folder;
    }

    private static void sweep(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            all.filter(file -> file.getFileName().toString().startsWith(NAME))
                    .filter(file -> file.getFileName().toString().endsWith(LOCK))
                    .toList()
                    .forEach(TemporaryFolder::deleteIfLeft);
        }
    }

    /** What belongs to somebody else, or is not what it seems, is left alone. */
    private static void deleteIfLeft(Path lock) {
        String name = lock.getFileName().toString();
        Path folder = lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
                || Files.isSymbolicLink(folder)
                || !Files.isWritable(lock)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                delete(folder);
                Files.deleteIfExists(lock);
            }
        } catch (OverlappingFileLockException ours) {
            LOG.trace("The folder {} is this process' own", folder);
        } catch (IOException e) {
            LOG.debug("The folder {} stays", folder, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
