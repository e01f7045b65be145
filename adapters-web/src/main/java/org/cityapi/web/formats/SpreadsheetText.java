package org.cityapi.web.formats;

/**
 * Text in a cell that a spreadsheet does not run: what begins like a formula gets an apostrophe in front, and what begins
 * with apostrophes before that one more, so that each text is told from every other.
 */
public final class SpreadsheetText {

    private static final char MARK = '\'';

    private SpreadsheetText() {}

    /** The text as it is written to a cell. */
    public static String escape(String text) {
        return isFormula(text) ? MARK + text : text;
    }

    /** The text that {@link #escape} wrote; any other text as it is. */
    public static String unescape(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == MARK && isFormula(cell) ? cell.substring(1) : cell;
    }

    /** Whether the first character that is no apostrophe begins a formula. */
    private static boolean isFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == MARK) {
            at++;
        }
        return at < text.length() && "=+-@\t\r\n".indexOf(text.charAt(at)) >= 0;
    }
}
