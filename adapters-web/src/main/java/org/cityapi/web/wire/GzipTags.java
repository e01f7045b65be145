package org.cityapi.web.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of gzipped answers. A strong tag belongs to one sequence of bytes (RFC 9110, 8.8.3.3), so that the
 * gzipped answer with the plain tag {@code "17.3.en"} has {@code "17.3.en-gzip"}.
 */
final class GzipTags {

    private static final String END = "-gzip\"";

    private GzipTags() {}

    static String gzipped(String tag) {
        return tag.endsWith("\"") ? tag.substring(0, tag.length() - 1) + END : tag;
    }

    /** A list of tags as the uses of plain answers know them. */
    static String plain(String tags) {
        return tags.replace(END, "\"");
    }

    /** Which tag 304 shall carry: the gzipped one if the client named that. */
    static String known(String tag, @Nullable List<String> named) {
        String gzipped = gzipped(tag);
        return named != null && named.stream().anyMatch(tags -> tags.contains(gzipped)) ? gzipped : tag;
    }
}
