package org.cityapi.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The usual keyboard of Korea, with a key for each consonant and vowel (KS X 5002): what stands on the screen after each key. */
final class KoreanKeyboard {

    private static final String BEGINNINGS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String ENDS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private static final char NONE = ' ';

    /** Letters of two keys. */
    private static final Map<Character, String> KEYS = Map.ofEntries(
            Map.entry('ㅘ', "ㅗㅏ"),
            Map.entry('ㅙ', "ㅗㅐ"),
            Map.entry('ㅚ', "ㅗㅣ"),
            Map.entry('ㅝ', "ㅜㅓ"),
            Map.entry('ㅞ', "ㅜㅔ"),
            Map.entry('ㅟ', "ㅜㅣ"),
            Map.entry('ㅢ', "ㅡㅣ"),
            Map.entry('ㄳ', "ㄱㅅ"),
            Map.entry('ㄵ', "ㄴㅈ"),
            Map.entry('ㄶ', "ㄴㅎ"),
            Map.entry('ㄺ', "ㄹㄱ"),
            Map.entry('ㄻ', "ㄹㅁ"),
            Map.entry('ㄼ', "ㄹㅂ"),
            Map.entry('ㄽ', "ㄹㅅ"),
            Map.entry('ㄾ', "ㄹㅌ"),
            Map.entry('ㄿ', "ㄹㅍ"),
            Map.entry('ㅀ', "ㄹㅎ"),
            Map.entry('ㅄ', "ㅂㅅ"));

    private final StringBuilder done = new StringBuilder();
    private char beginning = NONE;
    private char vowel = NONE;
    private char end = NONE;

    private KoreanKeyboard() {}

    static char syllable(char beginning, char vowel, char end) {
        return (char) ('가'
                + (BEGINNINGS.indexOf(beginning) * VOWELS.length() + VOWELS.indexOf(vowel)) * ENDS.length()
                + ENDS.indexOf(end));
    }

    /** What stands there after each key; at last the text, which is of whole syllables. */
    static List<String> stages(String text) {
        KoreanKeyboard keyboard = new KoreanKeyboard();
        List<String> stages = new ArrayList<>();
        for (char key : keys(text).toCharArray()) {
            if (VOWELS.indexOf(key) < 0) {
                keyboard.consonant(key);
            } else {
                keyboard.vowel(key);
            }
            stages.add(keyboard.screen());
        }
        return stages;
    }

    private static String keys(String text) {
        StringBuilder keys = new StringBuilder();
        for (char syllable : text.toCharArray()) {
            int number = syllable - '가';
            int front = number / ENDS.length();
            char beginning = BEGINNINGS.charAt(front / VOWELS.length());
            char vowel = VOWELS.charAt(front % VOWELS.length());
            char end = ENDS.charAt(number % ENDS.length());
            for (char letter : new char[] {beginning, vowel, end}) {
                keys.append(letter == NONE ? "" : KEYS.getOrDefault(letter, String.valueOf(letter)));
            }
        }
        return keys.toString();
    }

    private void consonant(char key) {
        if (vowel == NONE || (end == NONE ? ENDS.indexOf(key) < 0 : both(end, key) == NONE)) {
            begin(key);
        } else {
            end = end == NONE ? key : both(end, key);
        }
    }

    private void vowel(char key) {
        if (end != NONE) {
            // The consonant goes over to the syllable that its vowel makes.
            String parts = KEYS.getOrDefault(end, String.valueOf(end));
            end = parts.length() == 1 ? NONE : parts.charAt(0);
            begin(parts.charAt(parts.length() - 1));
        }
        vowel = vowel == NONE ? key : both(vowel, key);
    }

    private void begin(char key) {
        done.append(current());
        beginning = key;
        vowel = NONE;
        end = NONE;
    }

    private String current() {
        if (beginning == NONE) {
            return "";
        }
        return String.valueOf(vowel == NONE ? beginning : syllable(beginning, vowel, end));
    }

    private String screen() {
        return done + current();
    }

    /** The letter that two keys make. */
    private static char both(char first, char second) {
        return KEYS.entrySet().stream()
                .filter(letter -> letter.getValue().equals("" + first + second))
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(NONE);
    }
}
