package org.cityapi.web.v2;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A media type as a request, or a part of a form, tells it (RFC 9110, 8.3.1): large and small letters are the same.
 *
 * @param name in small letters; empty where none is told
 * @param text all that is told
 */
record SentType(String name, String text) {

    static SentType of(@Nullable String text) {
        String told = text == null ? "" : text;
        return new SentType(told.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), told);
    }

    /** Whether its text is in UTF-8, or nothing is said of that. */
    boolean isUtf8() {
        String charset = parameter("charset");
        return charset == null || charset.equalsIgnoreCase("utf-8");
    }

    /** Whether its file is said to begin with a row (RFC 4180, 3). */
    boolean lacksHeader() {
        return "absent".equalsIgnoreCase(parameter("header"));
    }

    private @Nullable String parameter(String wanted) {
        for (String part : text.split(";")) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase(wanted)) {
                return pair[1].strip().replace("\"", "");
            }
        }
        return null;
    }
}
