package org.cityapi.domain.imports;

import java.time.Instant;
import org.cityapi.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An import that somebody prepares: its file is there, its columns are being matched, or it was tried.
 *
 * @param owner nobody else may see it
 * @param node the process that has its file, and will run it
 * @param file in the {@link ImportFiles} of that node
 * @param outline with the fields that were chosen, or guessed
 * @param trial its last dry run; null before, and when its columns were matched anew
 * @param done the import that it has become, with which its file went; null before
 * @param usedAt when its owner last did something with it, to the millisecond
 */
public record ImportDraft(
        DraftId id,
        UserId owner,
        String node,
        ImportFiles.Kept file,
        FileOutline outline,
        Wishes wishes,
        @Nullable ImportId trial,
        @Nullable ImportId done,
        Instant usedAt) {

    /** What else its owner wants. */
    public record Wishes(ImportMode mode, OnError onError) {

        /** Until he says so. */
        public static final Wishes USUAL = new Wishes(ImportMode.INSERT, OnError.ABORT);
    }

    /** One whose file has just come. */
    public static ImportDraft of(
            DraftId id, UserId owner, String node, ImportFiles.Kept file, FileOutline outline, Instant at) {
        return new ImportDraft(id, owner, node, file, outline, Wishes.USUAL, null, null, at);
    }

    /** The same, as its owner wants it now; no trial tells of that yet. */
    public ImportDraft with(FileOutline chosen, Wishes wanted, Instant at) {
        return new ImportDraft(id, owner, node, file, chosen, wanted, null, done, at);
    }

    public ImportDraft tried(ImportId by, Instant at) {
        return new ImportDraft(id, owner, node, file, outline, wishes, by, done, at);
    }

    public ImportDraft done(ImportId by, Instant at) {
        return new ImportDraft(id, owner, node, file, outline, wishes, trial, by, at);
    }

    /** Whether its file can be read like that. */
    public boolean isSound() {
        return outline.match().isSound(outline.format(), wishes.mode());
    }

    /** To be told what would become of its file. */
    public ImportOrder trialOrder() {
        return new ImportOrder(outline.format(), wishes.mode(), wishes.onError(), true, false, outline.match());
    }
}
