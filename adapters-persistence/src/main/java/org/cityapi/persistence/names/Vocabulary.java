package org.cityapi.persistence.names;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.cityapi.persistence.Sql;

/**
 * The tokens in a table {@code city_token (number, token)}: what any node adds is read with the next search that needs it.
 *
 * <p>The table only grows, until a register is filled anew: a token that no name has any more finds nothing, and to look
 * for its last use would cost each write more than that.
 */
public final class Vocabulary {

    /** How many are read at a time, for no statement may take long. */
    private static final int PIECE = 20_000;

    private static final String ALL = "SELECT token FROM city_token WHERE token > ? ORDER BY token LIMIT ?";
    private static final String LAST = "SELECT coalesce(max(number), 0) FROM city_token";
    private static final String NEW = "SELECT number, token FROM city_token WHERE number > ? ORDER BY number LIMIT ?";

    private final Words words = new Words(this::read);

    /** The number of the last token that was added; all before it are known, for all writes come one after the other. */
    private final AtomicLong last = new AtomicLong();

    private record Token(long number, String text) {}

    public Words words() {
        return words;
    }

    private TokenList read(Connection connection) throws SQLException {
        long number = Sql.of(LAST).number(connection);
        TokenList.Builder tokens = new TokenList.Builder();
        String token = "";
        for (List<String> piece = piece(connection, token); !piece.isEmpty(); piece = piece(connection, token)) {
            piece.forEach(tokens::add);
            token = piece.get(piece.size() - 1);
        }
        return tokens.build(number);
    }

    private static List<String> piece(Connection connection, String after) throws SQLException {
        return Sql.of(ALL, after, PIECE).rows(row -> row.getString(1)).run(connection);
    }

    /** Adds what the connection sees and is not told yet: what is being read at the moment is not. */
    public void readNew(Connection connection) throws SQLException {
        for (List<Token> piece = newer(connection); !piece.isEmpty(); piece = newer(connection)) {
            words.add(piece.stream().map(Token::text).toList());
            last.accumulateAndGet(piece.get(piece.size() - 1).number(), Math::max);
        }
    }

    private List<Token> newer(Connection connection) throws SQLException {
        return Sql.of(NEW, Math.max(last.get(), words.lastNumber()), PIECE)
                .rows(row -> new Token(row.getLong(1), row.getString(2)))
                .run(connection);
    }
}
