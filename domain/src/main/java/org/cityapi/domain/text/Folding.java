package org.cityapi.domain.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Takes from a text what does not matter when people look for a name: case, accents, special letters, punctuation.
 *
 * <p>Compatibility decomposition (Unicode Standard Annex 15, NFKD) splits letters from accents; a table does the Latin
 * letters that it leaves whole. Apostrophes and full stops vanish; every other sign that is neither letter, digit nor
 * mark parts words, which stand one blank apart.
 */
final class Folding {

    private Folding() {}

    static String fold(String text) {
        // The free-standing acute is meant as an apostrophe, but would decompose into a blank and an accent. The Greek
        // one (U+1FFD) is canonically the same.
        String apostrophes = text.replace('´', '\'').replace('\u1FFD', '\'');
        // Lower case may compose again: the Turkish İ becomes i and a dot.
        String plain = decomposed(decomposed(apostrophes).toLowerCase(Locale.ROOT));
        StringBuilder folded = new StringBuilder(plain.length());
        boolean wordsApart = false;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            boolean letter = isAsciiLetter(c);
            if (!letter && isSilent(c)) {
                continue;
            }
            if (!letter && !Character.isLetterOrDigit(c) && !isMark(c)) {
                wordsApart = !folded.isEmpty();
                continue;
            }
            if (wordsApart) {
                folded.append(' ');
                wordsApart = false;
            }
            append(folded, c);
        }
        // What vanished may have stood between two marks that have an order of their own.
        return decomposed(folded.toString());
    }

    /** In NFKD, which leaves ASCII as it is: half of all names are spared the way through the tables. */
    private static String decomposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return Normalizer.normalize(text, Normalizer.Form.NFKD);
            }
        }
        return text;
    }

    /** Most are, which spares them the tables of Unicode. */
    private static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    /** Accents on letters, the signs within a word, joiners, direction marks and variation selectors. */
    private static boolean isSilent(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK -> isAccent(c) || isVariationSelector(c);
            case Character.FORMAT -> true;
            // Raised signs and the Arabic stretch; the later ones (ー, 々, ๆ) are letters of their scripts.
            case Character.MODIFIER_LETTER -> c < 0x0900;
            default ->
                switch (c) {
                    case '\'', '’', '‘', '`', '´', '′', '.', '·', '״', '׳' -> true;
                    default -> false;
                };
        };
    }

    /** In Indian and South-East Asian scripts a mark is a vowel and stays; elsewhere it is an accent. */
    private static boolean isAccent(int c) {
        return c < 0x0900
                || (c >= 0x1AB0 && c <= 0x1AFF)
                || (c >= 0x1DC0 && c <= 0x20FF)
                || (c >= 0xFE20 && c <= 0xFE2F);
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static void append(StringBuilder folded, int c) {
        switch (c) {
            case 'ø' -> folded.append('o');
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ß' -> folded.append("ss");
            case 'ł', 'ƚ' -> folded.append('l');
            case 'đ', 'ð', 'ɖ', 'ɗ' -> folded.append('d');
            case 'ı', 'ɨ' -> folded.append('i');
            case 'þ' -> folded.append("th");
            case 'ħ' -> folded.append('h');
            case 'ŧ' -> folded.append('t');
            case 'ŋ' -> folded.append('n');
            case 'ə', 'ǝ' -> folded.append('e');
            case 'ƙ' -> folded.append('k');
            case 'ɓ' -> folded.append('b');
            case 'ƴ' -> folded.append('y');
            case 'ς' -> folded.append('σ');
            default -> folded.appendCodePoint(c);
        }
    }
}
