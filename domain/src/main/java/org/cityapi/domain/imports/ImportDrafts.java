package org.cityapi.domain.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the imports that people prepare, so that every node can show them; their files are on the nodes that took them.
 *
 * <p>What changes something joins the {@link org.cityapi.domain.UnitOfWork} that is open on the thread, or is a transaction
 * of its own, as with {@link ImportJobs}. All methods throw {@link org.cityapi.domain.rejection.Rejection.Unavailable} when
 * the store cannot be reached.
 */
public interface ImportDrafts {

    /** Keeps a draft whose file has just come. */
    ImportDraft add(UserId owner, String node, ImportFiles.Kept file, FileOutline outline, Instant at);

    Optional<ImportDraft> find(DraftId id);

    /** The draft of which an import is the last dry run, or that has become it. */
    Optional<ImportDraft> of(ImportId job);

    /**
     * Puts what is known of a draft in the place of what was; one that has become an import stays as it is.
     *
     * @return whether it is still there, and had not become an import
     */
    boolean replace(ImportDraft next);

    /** Lets a draft go; nothing happens when it has gone already. */
    void forget(DraftId id);

    /** All that are there, those that were used last at the end. */
    List<Known> all();

    /**
     * A draft in short.
     *
     * @param job the import that it has become, else its last dry run; null before
     * @param isDone whether it has become one
     */
    record Known(
            DraftId id,
            UserId owner,
            String node,
            ImportFiles.Kept file,
            @Nullable ImportId job,
            boolean isDone,
            Instant usedAt) {}
}
