package org.cityapi.bootstrap;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a file cannot be read or written. */
record FileFailure(IOException failure) {

    private static final Map<Class<?>, String> KINDS = Map.of(
            NoSuchFileException.class, "reason.none",
            AccessDeniedException.class, "reason.denied",
            FileAlreadyExistsException.class, "reason.exists",
            NotDirectoryException.class, "reason.not.folder",
            DirectoryNotEmptyException.class, "reason.not.empty");

    /** What systems say in English, where Java has no kind for it, or does not use it. */
    private static final Map<String, String> SAID = Map.of(
            "No such file or directory", "reason.none",
            "Permission denied", "reason.denied",
            "File exists", "reason.exists",
            "Is a directory", "reason.folder",
            "Not a directory", "reason.not.folder",
            "Directory not empty", "reason.not.empty",
            "No space left on device", "reason.full");

    /** In words where they are known, else as the system says it. */
    String reason(Printer printer) {
        String said = said();
        String key = said == null ? KINDS.getOrDefault(failure.getClass(), "reason.unknown") : SAID.get(said);
        return key == null ? String.valueOf(said) : printer.word(key);
    }

    /** The messages of those in a file system are no more than the file's name. */
    private @Nullable String said() {
        return failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
    }

    /** Whether whoever read the other end of a pipe wants no more; systems say so in their own languages. */
    boolean isReaderGone() {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
