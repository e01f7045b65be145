package org.cityapi.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = new Words();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE city_name USING fts5(tokens, content = '', contentless_delete = 1,"
                    + " detail = none, tokenize = \"ascii tokenchars '=^@_'\")");
            statement.execute("CREATE VIRTUAL TABLE city_name_term USING fts5vocab(city_name, row)");
        }
        insert("paris =paris @FR");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void insert(String tokens) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO city_name (tokens) VALUES (?)")) {
            insert.setString(1, tokens);
            insert.executeUpdate();
        }
    }

    private boolean knows(String token) throws SQLException {
        List<Lexicon> lexicons = words.in(connection);
        return lexicons.stream().anyMatch(lexicon -> lexicon.contains(token));
    }

    @Test
    void allThatTheIndexHoldsIsKnown() throws SQLException {
        assertThat(knows("paris")).isTrue();
        assertThat(knows("=paris")).isTrue();
        assertThat(knows("lyon")).isFalse();
    }

    @Test
    void whatIsAddedLaterIsKnownAtOnce() throws SQLException {
        assertThat(knows("lyon")).isFalse();
        words.add("lyon =lyon @FR");
        assertThat(knows("lyon")).isTrue();
        assertThat(knows("paris")).isTrue();
    }

    @Test
    void whatIsWrittenByOthersIsKnownAfterForgetting() throws SQLException {
        assertThat(knows("paris")).isTrue();
        insert("nice =nice @FR");
        assertThat(knows("nice")).isFalse();
        words.forget();
        assertThat(knows("nice")).isTrue();
    }

    @Test
    void whatWasAddedAndIsNotYetWrittenStaysKnownWhenAllIsReadAnew() throws SQLException {
        assertThat(knows("paris")).isTrue();
        insert("nice =nice @FR");
        for (int i = 0; i < 2_001; i++) {
            words.add("pending" + i);
        }
        assertThat(knows("nice")).isTrue();
        assertThat(knows("pending0")).isTrue();
        assertThat(knows("pending2000")).isTrue();
    }
}
