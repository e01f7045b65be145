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
        if (text.codePoints().allMatch(c -> isSpace(c) || Character.getType(c) == Character.FORMAT)) {
            return Optional.of(Fault.BLANK);
        }
        if (text.codePoints().anyMatch(Texts::isForbidden)) {
            return Optional.of(Fault.CONTROL_CHARACTER);
        }
        if (text.codePointCount(0, text.length()) > max) {
            return Optional.of(Fault.TOO_LONG);
        }
        return Optional.empty();
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
