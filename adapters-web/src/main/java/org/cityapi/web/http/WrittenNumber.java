package org.cityapi.web.http;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people write them in one language or another, and as programs do. Of a number that is meant to be whole people
 * part the thousands, perhaps by a point; programs never do.
 */
public final class WrittenNumber {

    /** Characters; what is longer is no number, and nothing is looked for in it. */
    public static final int LONGEST = 60;

    /** Signs between groups of three digits. */
    private static final Pattern GROUPED =
            Pattern.compile("[1-9][0-9]{0,2}(?<sign>[.,'’\\s\\u00A0\\u2009\\u202F])[0-9]{3}(?:\\k<sign>[0-9]{3})*");

    /** Thousands cannot be parted like that, as in {@code 522969.000}: beside it {@code 850.000} would be 850. */
    private static final Pattern THOUSANDTHS = Pattern.compile("[0-9]+\\.[0-9]{3}");

    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?");

    /** As programs write numbers near zero. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9](\\.[0-9]{0,40})?[eE]-[0-9]{1,2}");

    /** With an exponent of so few digits that a decimal can have it. */
    private static final Pattern EXPONENTIAL = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?[eE][+-]?[0-9]{1,9}");

    /** Those at which no line ends are blanks, too. */
    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\h]+|[\\s\\h]+$");

    private WrittenNumber() {}

    /** Whether nothing is written there but blanks. */
    public static boolean isNone(String text) {
        return text.length() <= LONGEST && withoutBlankEnds(text).isEmpty();
    }

    /**
     * A number that is meant to be whole, whether it is or not, such as {@code 2100000}, {@code 2 100 000} or
     * {@code 2,100,000}.
     *
     * @return empty when it is no number
     */
    public static Optional<BigDecimal> whole(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = withoutBlankEnds(text);
        if (isGrouped(bare)) {
            return plain(bare.replaceAll("[^0-9]", ""));
        }
        return THOUSANDTHS.matcher(bare).matches() ? Optional.empty() : plain(bare);
    }

    private static boolean isGrouped(String text) {
        return GROUPED.matcher(text).matches();
    }

    /**
     * As {@link #plain} for a number that is meant to be whole, of a program perhaps: {@code 850.000} may be 850, or 850,000.
     *
     * @return empty when it is no number, or may be two
     */
    public static Optional<BigDecimal> plainWhole(String text) {
        boolean mayBeTwo = text.length() <= LONGEST && text.indexOf('.') >= 0 && isGrouped(text);
        return mayBeTwo ? Optional.empty() : plain(text);
    }

    /**
     * As {@link #plainWhole} for a number of things, which programs may write like {@code 1e3}, too. Not for ids: those that
     * spreadsheets write like that have lost digits, and are others.
     *
     * @return empty when it is no number, or may be two; it may have more zeros than can be written out
     */
    public static Optional<BigDecimal> plainAmount(String text) {
        return EXPONENTIAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : plainWhole(text);
    }

    /**
     * A number of degrees, such as {@code 48.85}, {@code 48,85} or {@code -48.85°}: a comma is a decimal one, and no minutes
     * stand behind the sign of degrees.
     *
     * @return empty when it is no number
     */
    public static Optional<BigDecimal> degrees(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = withoutBlankEnds(text).replace('\u2212', '-').replace(',', '.');
        return plainDegrees(bare.endsWith("°") ? withoutBlankEnds(bare.substring(0, bare.length() - 1)) : bare);
    }

    /**
     * As {@link #plain} for a number of degrees, of a program perhaps, such as {@code 5e-05}.
     *
     * @return empty when it is no number
     */
    public static Optional<BigDecimal> plainDegrees(String text) {
        return SCIENTIFIC.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : plain(text);
    }

    /**
     * A number of digits and perhaps a point, with nothing around it.
     *
     * @return empty when it is none
     */
    public static Optional<BigDecimal> plain(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static String withoutBlankEnds(String text) {
        return BLANK_ENDS.matcher(text).replaceAll("");
    }
}
