package org.cityapi.persistence.names;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.Statements;
import org.jspecify.annotations.Nullable;

/**
 * The tokens in use, read when they are first needed; what is written from then on is added. What nobody uses any more
 * stays until the next reading, and finds nothing.
 */
public final class Words {

    /** So many more than the last reading left are worth the next one. */
    private static final int MANY = 2_000;

    private final Statements<TokenList> vocabulary;
    private final Set<String> added = ConcurrentHashMap.newKeySet();
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Lexicon read;
    private @Nullable Lexicon ofAdded;
    private int enough = MANY;

    /** How often something was added. */
    private long additions;

    /** @param vocabulary reads all tokens, in order */
    public Words(Statements<TokenList> vocabulary) {
        this.vocabulary = vocabulary;
    }

    public void add(Collection<String> tokens) {
        if (added.addAll(tokens)) {
            outdateAdded();
        }
    }

    private synchronized void outdateAdded() {
        additions++;
        ofAdded = null;
    }

    /** Lets all tokens be read anew. */
    public synchronized void forget() {
        read = null;
    }

    private synchronized boolean areUnknown() {
        return read == null;
    }

    private synchronized boolean areMany() {
        return added.size() > enough;
    }

    /** Reads all tokens unless that was done. Only one reads; the others wait, and keep no connection meanwhile. */
    public void prepare(ConsistentReads reads) {
        if (areUnknown()) {
            reading.lock();
            try {
                if (areUnknown()) {
                    know(new Lexicon(reads.inOneState(vocabulary)));
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
                know(new Lexicon(vocabulary.run(connection)));
            } finally {
                reading.unlock();
            }
        }
        List<Lexicon> known = known();
        return known.isEmpty() ? know(new Lexicon(vocabulary.run(connection))) : known;
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
}
