package org.cityapi.persistence.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cityapi.persistence.UnusableDatabase;

/**
 * Holds a database for this process until it ends: the near cache does not hear of what another one writes. The lock is on
 * a file beside the database, for SQLite has locks of its own on that.
 */
final class Claim {

    /** Kept, for a lock goes with its channel. */
    private static final Queue<FileLock> HELD = new ConcurrentLinkedQueue<>();

    private Claim() {}

    static void on(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    FileCheck.beside(file, "-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(file);
            }
            HELD.add(lock);
        } catch (OverlappingFileLockException e) {
            throw inUse(file);
        } catch (IOException e) {
            throw new UnusableDatabase("unclaimed", file, String.valueOf(e.getMessage()));
        }
    }

    private static UnusableDatabase inUse(Path file) {
        return new UnusableDatabase("in_use", file);
    }
}
