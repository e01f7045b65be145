package org.cityapi.domain.city;

import java.util.Optional;
import org.cityapi.domain.rejection.Fault;

/** The rules that all short texts of a city share. */
final class Texts {

    private Texts() {}

    /** The text without white space at its ends, no-break and ideographic spaces included. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** What is wrong with a trimmed text of at most {@code max} code points; empty when nothing is. */
    static Optional<Fault> faultOf(String text, int max) {
        // A plain loop: every name that is read from the store passes here.
        boolean blank = true;
        boolean forbidden = false;
        int length = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            blank = blank && (isSpace(c) || Character.getType(c) == Character.FORMAT);
            forbidden = forbidden || isForbidden(c);
            length++;
        }
        if (blank) {
            return Optional.of(Fault.BLANK);
        }
        if (forbidden) {
            return Optional.of(Fault.CONTROL_CHARACTER);
        }
        return length > max ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Control characters, line and paragraph separators, and halves of surrogate pairs, which UTF-8 cannot hold. */
    private static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
