package org.cityapi.domain.text;

import java.text.Normalizer;
import java.util.Optional;
import org.cityapi.domain.rejection.Fault;

/** The rules that all short texts share: names, codes, what people call their things. */
public final class ShortTexts {

    /**
     * Characters; NFC leaves no short text of so many, and would take the square of their number to put marks in order.
     */
    private static final int LONGEST = 10_000;

    private ShortTexts() {}

    /** The text as it is kept: without blanks at its ends, in NFC; one that is much too long to be kept is not changed. */
    public static String normalize(String text) {
        String trimmed = trim(text);
        return trimmed.length() > LONGEST ? trimmed : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    }

    /** The text without white space at its ends, no-break and ideographic spaces included. */
    public static String trim(String text) {
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
    public static Optional<Fault> faultOf(String text, int max) {
        // A plain loop, quick for ASCII: every name that is read from the store passes here.
        boolean blank = true;
        boolean forbidden = false;
        int length = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            length++;
            if (isPrinting(c)) {
                blank = false;
                continue;
            }
            blank = blank && (isSpace(c) || isUnseenAlone(c));
            forbidden = forbidden || isForbidden(c);
        }
        if (blank) {
            return Optional.of(Fault.BLANK);
        }
        if (forbidden) {
            return Optional.of(Fault.CONTROL_CHARACTER);
        }
        return length > max ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }

    /** Whether it is of ASCII, and shows something. */
    private static boolean isPrinting(int c) {
        return c > ' ' && c <= '~';
    }

    private static boolean isSpace(int c) {
        return !isPrinting(c) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Joiners and marks, which show nothing, or change what stands before them. */
    private static boolean isUnseenAlone(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /**
     * Control characters, line and paragraph separators, halves of surrogate pairs, which UTF-8 cannot hold, and what
     * {@link #isMisleading} tells.
     */
    private static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT, Character.UNASSIGNED -> isMisleading(c);
            default -> false;
        };
    }

    /**
     * Code points that are no characters (Unicode 23.7), the byte order mark, and what turns the direction of the text
     * around it (UAX #9, 2.1 to 2.5): by that one name can look like another. The marks U+200E, U+200F and U+061C, which
     * names in Hebrew and Arabic have, turn nothing.
     */
    private static boolean isMisleading(int c) {
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return noCharacter || turns || c == 0xFEFF;
    }
}
