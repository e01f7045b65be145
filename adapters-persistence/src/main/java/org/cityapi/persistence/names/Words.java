package org.cityapi.persistence.names;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    /** Whether what was read is to be read anew; who searches already goes on with it. */
    private boolean outdated;

    private @Nullable Lexicon ofAdded;
    private int enough = MANY;

    /** How often something was added, and how often all was forgotten. */
    private long additions;

    private long forgets;

    /** How many are writing many at the moment: readers may see these before their writer has heard of his commit. */
    private int fills;

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

    /** Tells that many will be written which nobody adds: until all are forgotten nothing is told of beginnings. */
    public synchronized void expectMany() {
        fills++;
    }

    /** Lets all tokens be read anew, many having been written: what is being read at the moment is not trusted, either. */
    public synchronized void forget() {
        outdated = true;
        forgets++;
        fills = Math.max(0, fills - 1);
    }

    private synchronized boolean areUnknown() {
        return read == null || outdated;
    }

    private synchronized boolean areMany() {
        return added.size() > enough;
    }

    /**
     * Reads all tokens unless that was done, and again when many were added. Only one reads; where nothing is known the
     * others wait, and keep no connection meanwhile.
     */
    public void prepare(ConsistentReads reads) {
        if (areUnknown()) {
            reading.lock();
        } else if (!areMany() || !reading.tryLock()) {
            return;
        }
        try {
            while (areUnknown() || areMany()) {
                long state = forgets();
                publish(new Lexicon(reads.inOneState(vocabulary)), state);
            }
        } finally {
            reading.unlock();
        }
    }

    private synchronized long forgets() {
        return forgets;
    }

    /** All tokens that have a number up to this one were read, and are told. */
    synchronized long lastNumber() {
        return read == null ? 0 : read.lastNumber();
    }

    /** All tokens that the connection can see. */
    List<Lexicon> in(Connection connection) throws SQLException {
        List<Lexicon> known = known();
        // Nobody has prepared; and the connection may see an older state than others should know.
        return known.isEmpty() ? List.of(new Lexicon(vocabulary.run(connection))) : known;
    }

    /**
     * Words that begin so, of all that a connection can see which has begun to read already.
     *
     * @param most how many are told at most
     * @return null while not all are known
     */
    @Nullable
    Set<String> beginning(String beginning, int most) {
        if (areMany()) {
            return null;
        }
        // First those that were added: when all are read anew meanwhile, they are among these.
        Set<String> found = new TreeSet<>();
        added.stream()
                .filter(token -> token.startsWith(beginning) && token.indexOf(Tokens.BLANK) < 0)
                .forEach(found::add);
        Lexicon all = trusted();
        if (all == null) {
            return null;
        }
        found.addAll(all.beginning(beginning, most));
        return found;
    }

    private synchronized @Nullable Lexicon trusted() {
        return outdated || fills > 0 ? null : read;
    }

    private synchronized void publish(Lexicon all, long state) {
        if (state != forgets) {
            return;
        }
        read = all;
        outdated = false;
        // The others may not be committed yet.
        added.removeIf(all::contains);
        ofAdded = null;
        enough = added.size() + MANY;
    }

    /** All tokens that any connection can see; none when they are to be read. What was added is put in order here, while others write and search. */
    private List<Lexicon> known() {
        Lexicon all;
        long before;
        synchronized (this) {
            all = read;
            before = additions;
            if (all == null) {
                return List.of();
            }
            if (ofAdded != null || added.isEmpty()) {
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
