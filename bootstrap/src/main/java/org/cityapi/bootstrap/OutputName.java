package org.cityapi.bootstrap;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cityapi.web.formats.FileFormat;

/**
 * What the name of an export's file says, in large or small letters.
 *
 * @param format empty where its ending is that of none
 * @param isPacked with gzip
 */
record OutputName(Optional<FileFormat> format, boolean isPacked) {

    private static final String PACKED = ".gz";

    static OutputName of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(PACKED);
        String plain = packed ? name.substring(0, name.length() - PACKED.length()) : name;
        int dot = plain.lastIndexOf('.');
        return new OutputName(dot < 0 ? Optional.empty() : ofEnding(plain.substring(dot + 1)), packed);
    }

    private static Optional<FileFormat> ofEnding(String ending) {
        return ending.equals("jsonl") ? Optional.of(FileFormat.NDJSON) : FileFormat.labelled(ending);
    }
}
