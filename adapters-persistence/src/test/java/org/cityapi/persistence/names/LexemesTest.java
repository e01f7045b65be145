package org.cityapi.persistence.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LexemesTest {

    /** What a lexeme may have. */
    private static final int BYTES = 2_046;

    /** Of one to four bytes in UTF-8. */
    private static final int[] LETTERS = {'a', 'é', '東', 0x20000};

    private static String token(long seed) {
        Random random = new Random(seed);
        return random.ints(2_000, 0, LETTERS.length)
                .mapToObj(letter -> Character.toString(LETTERS[letter]))
                .collect(Collectors.joining());
    }

    @Test
    void aTokenAndEachOfItsBeginningsIsFoundByOneLexeme() {
        for (long seed = 0; seed < 5; seed++) {
            String token = token(seed);
            List<String> lexemes = Lexemes.of(token);
            assertThat(lexemes)
                    .hasSizeGreaterThan(3)
                    .allMatch(lexeme -> lexeme.getBytes(StandardCharsets.UTF_8).length <= BYTES)
                    .endsWith(Lexemes.last(token));
            for (int letters = 1; letters < 2_000; letters += 7) {
                String beginning = token.substring(0, token.offsetByCodePoints(0, letters));
                assertThat(lexemes).anyMatch(lexeme -> lexeme.startsWith(Lexemes.last(beginning)));
                assertThat(lexemes).doesNotContain(Lexemes.last(beginning));
                assertThat(lexemes).noneMatch(lexeme -> lexeme.startsWith(Lexemes.last(beginning + "x")));
                assertThat(lexemes).noneMatch(lexeme -> lexeme.startsWith(Lexemes.last("x" + beginning)));
            }
        }
    }

    @Test
    void aTokenWithRoomIsItsOwnLexeme() {
        assertThat(Lexemes.of("=new_york")).containsExactly("=new_york");
        String full = "a".repeat(Lexemes.PIECE);
        assertThat(Lexemes.isOne(full)).isTrue();
        assertThat(Lexemes.of(full)).containsExactly(full);
        assertThat(Lexemes.isOne(full + "a")).isFalse();
        assertThat(Lexemes.of(full + "a")).hasSize(2);
    }
}
