package org.cityapi.persistence.names;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.text.Digest;

/**
 * Tokens as lexemes, which may have 2,046 bytes: a longer token is kept in pieces. Each piece but the first has before it
 * the digest of all that comes before; each but the last has a sign behind it. So a token, or a beginning of any length,
 * is found by the one lexeme that its last piece makes.
 */
public final class Lexemes {

    /**
     * Bytes of a piece. A token that typing errors are forgiven in is never longer: of its letters, four bytes each, it
     * has two more than {@link org.cityapi.domain.search.Typos#MOST}, with a sign of one byte between any two.
     */
    static final int PIECE = 1_200;

    /** In no token. */
    public static final char SIGN = '+';

    private Lexemes() {}

    /** Whether a token is one lexeme, as nearly all are: itself. */
    public static boolean isOne(String token) {
        return token.length() <= PIECE / 4 || end(token, 0) == token.length();
    }

    /** All that are kept of a token. */
    public static List<String> of(String token) {
        if (isOne(token)) {
            return List.of(token);
        }
        List<String> lexemes = new ArrayList<>();
        int start = 0;
        for (int end = end(token, 0); end < token.length(); end = end(token, start)) {
            lexemes.add(piece(token, start, end) + SIGN);
            start = end;
        }
        lexemes.add(piece(token, start, token.length()));
        return lexemes;
    }

    /** The one by which a token is found; also what one of the lexemes begins with of each token that begins like this one. */
    public static String last(String token) {
        List<String> all = of(token);
        return all.get(all.size() - 1);
    }

    private static String piece(String token, int start, int end) {
        String before = start == 0 ? "" : SIGN + Digest.of(token.substring(0, start));
        return before + token.substring(start, end);
    }

    /** Where a piece ends: before the first letter for which it has no room. */
    private static int end(String token, int start) {
        int bytes = 0;
        int end = start;
        while (end < token.length()) {
            int letter = Character.charCount(token.codePointAt(end));
            bytes += token.substring(end, end + letter).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > PIECE) {
                return end;
            }
            end += letter;
        }
        return end;
    }
}
