package org.cityapi.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file {@code .env}: lines of NAME=value, blank lines, and lines that begin with #. */
final class DotEnv {

    private DotEnv() {}

    /**
     * The settings in that file; none when there is no file.
     *
     * @throws BadSetting for a line that is none of these, or a file that cannot be read
     */
    static Map<String, String> read(Path file) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return settings;
        }
        if (Files.isDirectory(file)) {
            throw new BadSetting(".env", "is a folder");
        }
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String text = line.replace("\uFEFF", "").strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                int equals = text.indexOf('=');
                if (equals < 1) {
                    throw new BadSetting(".env", "line " + number + " is not of the form NAME=value");
                }
                String name = text.substring(0, equals).strip();
                if (settings.put(name, unquote(text.substring(equals + 1).strip())) != null) {
                    throw new BadSetting(name, "stands twice in .env");
                }
            }
        } catch (IOException e) {
            throw new BadSetting(".env", "cannot be read as UTF-8 text");
        }
        return settings;
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1
                && value.charAt(0) == value.charAt(value.length() - 1)
                && "\"'".indexOf(value.charAt(0)) >= 0;
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
