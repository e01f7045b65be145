package org.cityapi.domain.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Vowel signs of India and Sri Lanka that are the first half of others: {@code ෙ} of {@code ො}. Some keyboards have a key
 * for each half, so whoever has typed the first one may mean the whole.
 */
final class OpenSigns {

    private static final char FIRST = '\u0980';
    private static final char LAST = '\u0DFF';

    private static final Map<Character, List<Character>> WHOLE = whole();

    private OpenSigns() {}

    private static Map<Character, List<Character>> whole() {
        Map<Character, List<Character>> whole = new HashMap<>();
        for (char sign = FIRST; sign <= LAST; sign++) {
            String text = String.valueOf(sign);
            if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
                continue;
            }
            String halves = Normalizer.normalize(text, Normalizer.Form.NFD);
            for (int end = 1; end < halves.length(); end++) {
                String half = Normalizer.normalize(halves.substring(0, end), Normalizer.Form.NFC);
                if (half.length() == 1) {
                    whole.computeIfAbsent(half.charAt(0), any -> new ArrayList<>())
                            .add(sign);
                }
            }
        }
        return whole;
    }

    /** What a text that begins a folded word or name may be the beginning of, but for itself. */
    static List<String> others(String start) {
        char last = start.isEmpty() ? 0 : start.charAt(start.length() - 1);
        if (last < FIRST || last > LAST) {
            return List.of();
        }
        String before = start.substring(0, start.length() - 1);
        return WHOLE.getOrDefault(last, List.of()).stream()
                .map(sign -> before + sign)
                .toList();
    }
}
