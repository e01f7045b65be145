package org.cityapi.web.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A format in which cities are written to files, the usual one first. */
public enum FileFormat {
    /** RFC 4180, in UTF-8, with a header line. */
    CSV("text/csv", "; charset=utf-8; header=present"),

    /** One JSON object a line. */
    NDJSON("application/x-ndjson", ""),

    /** RFC 7946. */
    GEOJSON("application/geo+json", ""),

    /** One JSON array. */
    JSON("application/json", "");

    private final String mediaType;
    private final String parameters;

    FileFormat(String mediaType, String parameters) {
        this.mediaType = mediaType;
        this.parameters = parameters;
    }

    /** What parameters call it, and what its files' names end with, behind a full stop. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The media type with the parameters of what is written here. */
    public String contentType() {
        return mediaType + parameters;
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(FileFormat::label).toList();
    }

    public static Optional<FileFormat> labelled(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(label))
                .findFirst();
    }

    /** The format of a media type in small letters and without parameters. */
    public static Optional<FileFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }
}
