package org.cityapi.domain.text;

import java.text.Normalizer;

/**
 * Makes one of letters that people write for one another: those of Arabic that Persian and Urdu have codes of their own
 * for, the two kana, small and large, letters of Cyrillic and Latin alphabets that many keyboards lack, the two ways to
 * write an end in Malayalam, a vowel of Thai and Lao that two of another one look like, the digits of all scripts; and
 * {@link Jamo those of Hangul}, as they are typed.
 *
 * <p>What is one letter to people is one here: a voiced kana, and not another with a mark behind it; a vowel sign of India
 * that stands around its consonant, and not two. Names are sorted without all this.
 */
final class LikeLetters {

    private static final int FIRST = 0x0080;
    private static final int FIRST_CHILLU = 0x0D7A;
    private static final int LAST_CHILLU = 0x0D7F;
    private static final int TO_KATAKANA = 'ァ' - 'ぁ';

    /** Whether one is written small is a matter of style, too (龍ケ崎, 龍ヶ崎), and old keyboards had no small ones. */
    private static final String SMALL_KANA = "ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";

    private static final String LARGE_KANA = "アイウエオツヤユヨワカケクシストヌハヒフヘホムラリルレロ";

    private LikeLetters() {}

    /** @param folded without accents, in NFKD */
    static String fold(String folded) {
        if (!isConcerned(folded)) {
            return folded;
        }
        StringBuilder letters = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            int last = letters.length() - 1;
            int digit = Character.digit(folded.codePointAt(i), 10);
            if (digit >= 0) {
                letters.append((char) ('0' + digit));
                i += Character.isHighSurrogate(c) ? 1 : 0;
            } else if (isPart(c) && last >= 0) {
                String whole = Normalizer.normalize(letters.substring(last) + c, Normalizer.Form.NFC);
                letters.replace(last, last + 1, whole);
            } else if (isHalf(c) && last >= 0 && letters.charAt(last) == c) {
                letters.setCharAt(last, (char) (c + 1));
            } else if (Jamo.is(c)) {
                Jamo.append(letters, c);
            } else {
                append(letters, c);
            }
        }
        return letters.toString();
    }

    private static boolean isConcerned(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) >= FIRST) {
                return true;
            }
        }
        return false;
    }

    /** Whether it may be one letter with that before it. */
    private static boolean isPart(char c) {
        return isVoiced(c) || (c >= 0x0980 && c <= 0x0DFF && !Character.isLetterOrDigit(c));
    }

    /** The combining marks for voiced and half-voiced sounds. */
    private static boolean isVoiced(char c) {
        return c == '\u3099' || c == '\u309A';
    }

    /** A vowel of Thai, of Lao: two of it look like the next one in Unicode, and are typed for it ({@code เเพร่}). */
    private static boolean isHalf(char c) {
        return c == '\u0E40' || c == '\u0EC0';
    }

    private static void append(StringBuilder letters, char c) {
        if (c < 0x0400) {
            letters.append(latin(c));
        } else if (c < 0x0600) {
            letters.append(cyrillic(c));
        } else {
            letters.append(one(c));
        }
    }

    /** Of the alphabets of Africa and of the Soviet Union before 1940, as far as one plain letter is meant. */
    private static char latin(char c) {
        return switch (c) {
            case 'ƶ' -> 'z';
            case 'ɣ', 'ƣ' -> 'g';
            case 'ɛ' -> 'e';
            case 'ɔ', 'ɵ' -> 'o';
            case 'ɩ' -> 'i';
            case 'ɲ' -> 'n';
            case 'ƿ' -> 'w';
            default -> c;
        };
    }

    /** What people type on a Russian keyboard for letters that other languages have besides. */
    private static char cyrillic(char c) {
        return switch (c) {
            case 'ә' -> 'а';
            case 'ґ', 'ғ', 'ҕ', 'ӷ' -> 'г';
            case 'җ' -> 'ж';
            case 'ҙ' -> 'з';
            case 'қ', 'ҝ', 'ҟ', 'ҡ', 'ӄ' -> 'к';
            case 'ң', 'ҥ', 'ӈ', 'ӊ' -> 'н';
            case 'ө' -> 'о';
            case 'ҧ', 'ԥ' -> 'п';
            case 'ҫ' -> 'с';
            case 'ҭ' -> 'т';
            case 'ү', 'ұ' -> 'у';
            case 'һ', 'ҳ' -> 'х';
            case 'ҵ' -> 'ц';
            case 'ҷ', 'ҹ', 'ӌ' -> 'ч';
            default -> c;
        };
    }

    /**
     * A text with the letters at the ends of words in Malayalam (chillus) as they were written before they had codes of
     * their own. To be done before marks are put in order, for of each there comes a mark.
     */
    static String spelledOut(String text) {
        if (text.chars().noneMatch(LikeLetters::isChillu)) {
            return text;
        }
        StringBuilder letters = new StringBuilder();
        text.chars().forEach(c -> {
            if (isChillu(c)) {
                letters.append("ണനരലളക".charAt(c - FIRST_CHILLU)).append('\u0D4D');
            } else {
                letters.append((char) c);
            }
        });
        return letters.toString();
    }

    private static boolean isChillu(int c) {
        return c >= FIRST_CHILLU && c <= LAST_CHILLU;
    }

    private static char one(char c) {
        return switch (c) {
            case 'ی', 'ى' -> 'ي';
            case 'ک' -> 'ك';
            case 'ة', 'ہ', 'ۃ' -> 'ه';
            default -> large(isHiragana(c) ? (char) (c + TO_KATAKANA) : c);
        };
    }

    private static char large(char c) {
        int small = c < 'ァ' || c > 'ㇿ' ? -1 : SMALL_KANA.indexOf(c);
        return small < 0 ? c : LARGE_KANA.charAt(small);
    }

    private static boolean isHiragana(char c) {
        return (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ';
    }
}
