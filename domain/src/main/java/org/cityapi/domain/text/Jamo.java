package org.cityapi.domain.text;

/**
 * The letters of Hangul as they are typed, one for each key (KS X 5002): so a name begins with whatever stands on the
 * screen while it is typed.
 *
 * <p>A consonant sits at the end of a syllable until the vowel of the next one is typed: 부산 is 붓 for a moment. So it is
 * the same letter in both places. Two keys make two letters: ㄱㅅ of ㄳ, ㅗㅏ of ㅘ. A doubled consonant (ㄲ) is one key. As
 * each syllable begins with one consonant, silent or not, no two texts of whole syllables become one.
 */
final class Jamo {

    private static final char FIRST = '\u1100';
    private static final char LAST = '\u11FF';

    /** From U+1100 on. */
    private static final String[] BEGINNINGS = {
        "ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"
    };

    /** From U+1161 on. */
    private static final String[] VOWELS = {
        "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ"
    };

    /** From U+11A8 on. */
    private static final String[] ENDS = {
        "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ",
        "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"
    };

    private Jamo() {}

    /** Whether it is of Hangul, in NFKD. */
    static boolean is(char c) {
        return c >= FIRST && c <= LAST;
    }

    /** Letters of old books, which no keyboard has, stay as they are. */
    static void append(StringBuilder letters, char c) {
        if (isIn(BEGINNINGS, '\u1100', c)) {
            letters.append(BEGINNINGS[c - '\u1100']);
        } else if (isIn(VOWELS, '\u1161', c)) {
            letters.append(VOWELS[c - '\u1161']);
        } else if (isIn(ENDS, '\u11A8', c)) {
            letters.append(ENDS[c - '\u11A8']);
        } else if (c == '\u111A') {
            // What ㅀ and ㅄ become when they stand alone.
            letters.append("ㄹㅎ");
        } else if (c == '\u1121') {
            letters.append("ㅂㅅ");
        } else {
            letters.append(c);
        }
    }

    private static boolean isIn(String[] table, char first, char c) {
        return c >= first && c - first < table.length;
    }
}
