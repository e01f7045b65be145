package org.cityapi.persistence.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary vocabulary = new Vocabulary();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        execute("CREATE TABLE city_token (number INTEGER PRIMARY KEY, token TEXT UNIQUE)");
        write("paris");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void write(String token) throws SQLException {
        execute("INSERT INTO city_token (token) VALUES ('" + token + "')");
    }

    /** @param meanwhile is done when all was read, and is not told yet */
    private ConsistentReads reads(Statements<?> meanwhile) {
        return new ConsistentReads() {
            @Override
            public <T> T inOneState(Statements<T> statements) {
                try {
                    T result = statements.run(connection);
                    meanwhile.run(connection);
                    return result;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private boolean knows(String token) throws SQLException {
        return vocabulary.words().in(connection).stream().anyMatch(lexicon -> lexicon.contains(token));
    }

    @Test
    void whatAnotherNodeAddsIsKnownWithTheNextSearch() throws SQLException {
        vocabulary.words().prepare(reads(any -> null));
        write("lyon");
        vocabulary.readNew(connection);
        assertThat(knows("lyon")).isTrue();
        assertThat(knows("paris")).isTrue();
    }

    @Test
    void whatAnotherNodeAddedIsKnownWhileAllIsReadAnew() throws SQLException {
        vocabulary.words().prepare(reads(any -> null));
        vocabulary.words().forget();
        write("lyon");
        vocabulary.words().prepare(reads(any -> {
            vocabulary.readNew(connection);
            assertThat(knows("lyon")).isTrue();
            return null;
        }));
        assertThat(knows("lyon")).isTrue();
    }

    @Test
    void whatWasReadWithAllIsNotReadOnceMore() throws SQLException {
        vocabulary.words().prepare(reads(any -> null));
        execute("DELETE FROM city_token");
        execute("INSERT INTO city_token (number, token) VALUES (1, 'rome')");
        vocabulary.readNew(connection);
        assertThat(knows("rome")).isFalse();
    }
}
