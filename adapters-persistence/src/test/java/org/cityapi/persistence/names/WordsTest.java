package org.cityapi.persistence.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = new Words(WordsTest::vocabulary);
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE vocabulary (token TEXT PRIMARY KEY) WITHOUT ROWID");
        }
        insert("paris =paris @FR");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void insert(String tokens) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR IGNORE INTO vocabulary VALUES (?)")) {
            for (String token : tokens.split(" ")) {
                insert.setString(1, token);
                insert.executeUpdate();
            }
        }
    }

    private static TokenList vocabulary(Connection connection) throws SQLException {
        TokenList.Builder tokens = new TokenList.Builder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT token FROM vocabulary ORDER BY token")) {
            while (rows.next()) {
                tokens.add(rows.getString(1));
            }
        }
        return tokens.build();
    }

    private ConsistentReads reads() {
        return new ConsistentReads() {
            @Override
            public <T> T inOneState(Statements<T> statements) {
                return read(statements);
            }
        };
    }

    private <T> T read(Statements<T> statements) {
        try {
            return statements.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean knows(String token) throws SQLException {
        words.prepare(reads());
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
        words.add(List.of("lyon", "=lyon", "@FR"));
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
            words.add(List.of("pending" + i));
        }
        assertThat(knows("nice")).isTrue();
        assertThat(knows("pending0")).isTrue();
        assertThat(knows("pending2000")).isTrue();
    }

    @Test
    void whatIsForgottenWhileItIsReadIsReadAgain() throws SQLException {
        AtomicInteger readings = new AtomicInteger();
        words.prepare(new ConsistentReads() {
            @Override
            public <T> T inOneState(Statements<T> statements) {
                T found = read(statements);
                if (readings.incrementAndGet() == 1) {
                    insertNice();
                    words.forget();
                }
                return found;
            }
        });
        assertThat(readings).hasValue(2);
        assertThat(knows("nice")).isTrue();
    }

    private void insertNice() {
        try {
            insert("nice =nice @FR");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneWhoSearchesAlreadyGoesOnWithWhatWasRead() throws SQLException {
        words.add(List.of("lyon"));
        assertThat(knows("lyon")).isTrue();
        List<Lexicon> before = words.in(connection);
        words.forget();
        assertThat(words.in(connection)).isEqualTo(before);
        assertThat(words.beginning("par", 9)).isNull();
    }

    @Test
    void oneWhoComesBeforeAllIsReadReadsForHimselfAlone() throws SQLException {
        assertThat(words.in(connection)).hasSize(1).allMatch(lexicon -> lexicon.contains("paris"));
        assertThat(words.beginning("par", 9)).isNull();
    }

    @Test
    void beginningsAreToldOfAllThatIsKnown() throws SQLException {
        insert("paris^ parma parma_x^ =parma");
        assertThat(words.beginning("par", 9)).isNull();
        words.prepare(reads());
        assertThat(words.beginning("par", 9)).containsExactly("paris", "paris^", "parma");
        words.add(List.of("parkes", "=parkes", "park_x^", "@FR"));
        assertThat(words.beginning("par", 9)).containsExactly("paris", "paris^", "parkes", "parma");
        assertThat(words.beginning("pax", 9)).isEmpty();
        words.forget();
        assertThat(words.beginning("par", 9)).isNull();
    }

    @Test
    void nothingIsToldOfBeginningsWhileManyAreWritten() throws SQLException {
        words.prepare(reads());
        assertThat(words.beginning("par", 9)).containsExactly("paris");
        words.expectMany();
        assertThat(words.beginning("par", 9)).isNull();
        insert("parma =parma");
        words.forget();
        words.prepare(reads());
        assertThat(words.beginning("par", 9)).containsExactly("paris", "parma");
    }
}
