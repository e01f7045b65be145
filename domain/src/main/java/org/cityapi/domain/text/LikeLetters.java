package org.cityapi.domain.text;

import java.text.Normalizer;

/**
 * Makes one of letters that people write for one another: those of Arabic that Persian and Urdu have codes of their own
 * for, and the two kana. A voiced kana is one letter, and not another with a mark behind it.
 */
final class LikeLetters {

    private static final int FIRST = 0x0600;
    private static final int TO_KATAKANA = 'ァ' - 'ぁ';

    private LikeLetters() {}

    /** @param folded without accents, in NFKD */
    static String fold(String folded) {
        if (!isConcerned(folded)) {
            return folded;
        }
        StringBuilder letters = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = one(folded.charAt(i));
            if (isVoiced(c) && !letters.isEmpty()) {
                int last = letters.length() - 1;
                String kana = Normalizer.normalize(letters.substring(last) + c, Normalizer.Form.NFC);
                letters.replace(last, last + 1, kana);
            } else {
                letters.append(c);
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

    private static char one(char c) {
        return switch (c) {
            case 'ی', 'ى' -> 'ي';
            case 'ک' -> 'ك';
            case 'ة', 'ہ', 'ۃ' -> 'ه';
            default -> isHiragana(c) ? (char) (c + TO_KATAKANA) : c;
        };
    }

    private static boolean isHiragana(char c) {
        return (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ';
    }

    /** The combining marks for voiced and half-voiced sounds. */
    private static boolean isVoiced(char c) {
        return c == '\u3099' || c == '\u309A';
    }
}
