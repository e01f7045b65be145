package org.cityapi.persistence.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cityapi.domain.search.Typos;
import org.cityapi.persistence.names.Tokens.Kind;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LexiconTest {

    private static final String LETTERS = "ab東𠀀é";
    private static final String WORD = "[^=^@_]+\\^?";
    private static final String WHOLE = "=.*|.*\\^";

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(6); length > 0; length--) {
            int letter = random.nextInt(LETTERS.codePointCount(0, LETTERS.length()));
            word.appendCodePoint(LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, letter)));
        }
        return word.toString();
    }

    @RepeatedTest(50)
    void findsWhatDiffersByAsManyErrorsAndNothingElse(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            tokens.add(word(random));
            tokens.add("=" + word(random) + "_" + word(random));
            tokens.add(word(random) + "^");
            tokens.add(word(random) + "_" + word(random) + "^");
            tokens.add("@" + word(random));
        }
        tokens.addAll(List.of("=", "^"));
        Lexicon lexicon = new Lexicon(TokenList.of(tokens));
        String wanted = word(random);
        for (int errors = 1; errors <= 2; errors++) {
            assertThat(lexicon.like(Kind.WORD, wanted, errors))
                    .containsExactlyInAnyOrderElementsOf(like(WORD, tokens, wanted, errors));
            assertThat(lexicon.like(Kind.WHOLE_NAME, wanted, errors))
                    .containsExactlyInAnyOrderElementsOf(like(WHOLE, tokens, wanted, errors));
            assertBeginnings(WORD, lexicon.likeBeginnings(Kind.WORD, wanted, errors), tokens, wanted, errors);
            String begun = word(random) + " " + word(random);
            assertBeginnings(
                    WHOLE,
                    lexicon.likeBeginnings(Kind.WHOLE_NAME, begun, errors),
                    tokens,
                    begun.replace(' ', '_'),
                    errors);
        }
        assertThat(lexicon.beginning(wanted, 999))
                .containsExactlyInAnyOrderElementsOf(tokens.stream()
                        .filter(token -> token.matches(WORD) && token.startsWith(wanted))
                        .distinct()
                        .toList());
    }

    private static List<String> like(String kind, List<String> tokens, String wanted, int errors) {
        return tokens.stream()
                .filter(token -> token.matches(kind))
                .filter(token -> Typos.errors(token.replaceAll("[=_^]", ""), wanted, errors) <= errors)
                .distinct()
                .toList();
    }

    private static void assertBeginnings(
            String kind, Collection<String> beginnings, List<String> tokens, String begun, int errors) {
        assertThat(beginnings)
                .allMatch(beginning -> beginnings.stream()
                        .noneMatch(other -> beginning.startsWith(other) && !beginning.equals(other)));
        List<String> names = tokens.stream()
                .filter(token -> token.matches(kind))
                .map(token -> token.replaceAll("[=^]", ""))
                .toList();
        assertThat(names.stream().filter(name -> beginnings.stream().anyMatch(name::startsWith)))
                .containsExactlyElementsOf(names.stream()
                        .filter(name -> isBegunLike(name, begun, errors))
                        .toList());
    }

    private static boolean isBegunLike(String word, String wanted, int errors) {
        return IntStream.rangeClosed(0, word.codePointCount(0, word.length()))
                .mapToObj(end -> word.substring(0, word.offsetByCodePoints(0, end)))
                .anyMatch(beginning -> Typos.errors(beginning, wanted, errors) <= errors);
    }

    @Test
    void knowsItsTokens() {
        Lexicon lexicon = new Lexicon(TokenList.of(List.of("b", "a", "𠀀", "�")));
        assertThat(List.of("a", "b", "𠀀", "�")).allMatch(lexicon::contains);
        assertThat(List.of("", "aa", "c", "é")).noneMatch(lexicon::contains);
        assertThat(new Lexicon(TokenList.of(List.of())).contains("a")).isFalse();
    }
}
