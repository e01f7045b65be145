package org.cityapi.domain.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps imports, so that every node knows how each stands.
 *
 * <p>What changes something joins the {@link org.cityapi.domain.UnitOfWork} that is open on the thread, which must be one
 * that writes; else it is a transaction of its own, which waits for no import that another node stores at the moment where
 * the store can do that, and half a minute for it where it cannot. All methods throw {@link
 * org.cityapi.domain.rejection.Rejection.Unavailable} when the store cannot be reached.
 */
public interface ImportJobs {

    /** Keeps an import that waits for its turn. */
    ImportJob add(ImportOrder order, @Nullable UserId by, String node, long bytesTotal, Instant at);

    Optional<ImportJob> find(ImportId id);

    /**
     * The newest first.
     *
     * @param before only those of a lower id
     * @param max at most so many
     */
    List<ImportJob> list(long before, int max);

    /**
     * Puts what is known of an import in the place of what was.
     *
     * @param from only when it is in one of these states
     * @return whether it was
     */
    boolean replace(ImportJob next, Set<ImportState> from);

    /** Tells that the node which has this open import is alive, and how far it has come. */
    void beat(ImportId id, ImportCounts counts);

    /** The open imports, each with a number that grows with every {@link #beat}. */
    Map<ImportId, Long> beats();

    /** Asks the node that has an open import to end it. */
    void askToCancel(ImportId id);

    /** The open imports that somebody asked to be cancelled. */
    Set<ImportId> askedToCancel();

    /** Keeps what becomes of rows, of each once, in the order of their numbers. */
    void keep(ImportId id, List<ImportRow> rows);

    /** Takes back all rows that were kept of an import. */
    void forgetRows(ImportId id);

    /** Takes back the rows of an import that was ordered before; of several, those of one with each call. */
    void forgetRowsBefore(Instant time);

    /**
     * The rows that were kept, in the order of their numbers.
     *
     * @param outcome only those with it; null for all
     * @param number only those after it
     * @param max at most so many
     */
    List<ImportRow> rows(ImportId id, @Nullable RowOutcome outcome, long number, int max);
}
