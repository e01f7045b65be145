package org.cityapi.persistence.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tokens in use, read when they are first needed; what is written from then on is added. What nobody uses any more
 * stays until the next reading, and finds nothing.
 */
final class Words {

    /** From so many on it is quicker to read all anew. */
    private static final int MANY = 2_000;

    private static final String VOCABULARY = "SELECT term FROM city_name_term";

    private final Set<String> added = ConcurrentHashMap.newKeySet();
    private @Nullable Lexicon read;

    void add(String tokens) {
        added.addAll(List.of(tokens.split(" ")));
    }

    synchronized void forget() {
        read = null;
    }

    /** All tokens that the connection can see. */
    synchronized List<Lexicon> in(Connection connection) throws SQLException {
        Lexicon known = read;
        if (known == null || added.size() > MANY) {
            known = new Lexicon(read(connection));
            read = known;
            // The others may not be committed yet.
            added.removeIf(known::contains);
        }
        return added.isEmpty() ? List.of(known) : List.of(known, new Lexicon(TokenList.of(added)));
    }

    private static TokenList read(Connection connection) throws SQLException {
        TokenList.Builder tokens = new TokenList.Builder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(VOCABULARY)) {
            while (rows.next()) {
                tokens.add(rows.getString(1));
            }
        }
        return tokens.build();
    }
}
