package org.cityapi.persistence.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.cityapi.persistence.ConsistentReads;
import org.jspecify.annotations.Nullable;

/**
 * The tokens in use, read when they are first needed; what is written from then on is added. What nobody uses any more
 * stays until the next reading, and finds nothing.
 */
final class Words {

    /** So many more than the last reading left are worth the next one. */
    private static final int MANY = 2_000;

    private static final String VOCABULARY = "SELECT term FROM city_name_term";

    private final Set<String> added = ConcurrentHashMap.newKeySet();
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Lexicon read;
    private @Nullable Lexicon ofAdded;
    private int enough = MANY;

    /** How often something was added. */
    private long additions;

    void add(String tokens) {
        if (added.addAll(List.of(tokens.split(" ")))) {
            outdateAdded();
        }
    }

    private synchronized void outdateAdded() {
        additions++;
        ofAdded = null;
    }

    synchronized void forget() {
        read = null;
    }

    private synchronized boolean areUnknown() {
        return read == null;
    }

    private synchronized boolean areMany() {
        return added.size() > enough;
    }

    /** Reads all tokens unless that was done. Only one reads; the others wait, and keep no connection meanwhile. */
    void prepare(ConsistentReads reads) {
        if (areUnknown()) {
            reading.lock();
            try {
                if (areUnknown()) {
                    know(new Lexicon(reads.inOneState(Words::read)));
                }
            } finally {
                reading.unlock();
            }
        }
    }

    /** All tokens that the connection can see. */
    List<Lexicon> in(Connection connection) throws SQLException {
        // While one reads anew, the others go on with what was read before and what was added since.
        if (areMany() && reading.tryLock()) {
            try {
                know(new Lexicon(read(connection)));
            } finally {
                reading.unlock();
            }
        }
        List<Lexicon> known = known();
        return known.isEmpty() ? know(new Lexicon(read(connection))) : known;
    }

    private List<Lexicon> know(Lexicon all) {
        publish(all);
        return known();
    }

    private synchronized void publish(Lexicon all) {
        read = all;
        // The others may not be committed yet.
        added.removeIf(all::contains);
        ofAdded = null;
        enough = added.size() + MANY;
    }

    /** None when they are to be read. What was added is put in order here, while others write and search. */
    private List<Lexicon> known() {
        Lexicon all;
        long before;
        synchronized (this) {
            all = read;
            before = additions;
            if (all == null || ofAdded != null || added.isEmpty()) {
                return Stream.of(all, ofAdded).filter(Objects::nonNull).toList();
            }
        }
        Lexicon more = new Lexicon(TokenList.of(added));
        synchronized (this) {
            if (all == read) {
                ofAdded = before == additions ? more : ofAdded;
                return List.of(all, more);
            }
        }
        // Meanwhile all was read anew, and with it some of what had been added.
        return known();
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
