package org.cityapi.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ImportDrafts} promises. */
public abstract class ImportDraftsContract {

    private static final Instant AT = Instant.parse("2026-11-29T08:00:00.123Z");
    private static final UserId ADA = new UserId("ada");
    private static final ImportFiles.Kept FILE = new ImportFiles.Kept("a file", 1_234);
    private static final FileOutline OUTLINE = new FileOutline(
            ImportFormat.CSV,
            7,
            List.of(
                    new FileOutline.Column("ville <\u00e9>\"", "name", List.of("\u05e9\u05dc\u05d5\u05dd", "a,\nb")),
                    new FileOutline.Column("", "", List.of())),
            true);

    private Ports ports;
    private ImportDrafts drafts;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        drafts = ports.drafts();
    }

    private ImportDraft add(UserId owner, Instant at) {
        return drafts.add(owner, "node 1", FILE, OUTLINE, at);
    }

    @Test
    void whatIsAddedIsFound() {
        ImportDraft draft = add(ADA, AT);
        assertThat(drafts.find(draft.id())).contains(draft);
        assertThat(draft.owner()).isEqualTo(ADA);
        assertThat(draft.node()).isEqualTo("node 1");
        assertThat(draft.file()).isEqualTo(FILE);
        assertThat(draft.outline()).isEqualTo(OUTLINE);
        assertThat(draft.wishes()).isEqualTo(ImportDraft.Wishes.USUAL);
        assertThat(draft.usedAt()).isEqualTo(AT);
        assertThat(drafts.find(new DraftId(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void everythingOfADraftIsKept() {
        ImportDraft draft = add(ADA, AT);
        ImportDraft chosen = draft.with(
                OUTLINE.with(new FileOutline.Choice(List.of("countryCode", "id"), false)),
                new ImportDraft.Wishes(ImportMode.UPSERT, OnError.SKIP),
                AT.plusMillis(1));
        assertThat(drafts.replace(chosen)).isTrue();
        assertThat(drafts.find(draft.id())).contains(chosen);
        ImportDraft done = chosen.tried(new ImportId(5), AT.plusMillis(2)).done(new ImportId(6), AT.plusMillis(3));
        drafts.replace(done);
        assertThat(drafts.find(draft.id())).contains(done);
    }

    @Test
    void whatHasBecomeAnImportStaysAsItIs() {
        ImportDraft draft = add(ADA, AT);
        ImportDraft done = draft.done(new ImportId(6), AT);
        assertThat(drafts.replace(done)).isTrue();
        assertThat(drafts.replace(draft.tried(new ImportId(7), AT))).isFalse();
        assertThat(drafts.find(draft.id())).contains(done);
    }

    @Test
    void aDraftIsFoundByItsImports() {
        ImportDraft other = add(ADA, AT);
        ImportDraft draft = add(ADA, AT).tried(new ImportId(5), AT);
        drafts.replace(draft);
        assertThat(drafts.of(new ImportId(5))).contains(draft);
        ImportDraft done = draft.done(new ImportId(6), AT);
        drafts.replace(done);
        assertThat(drafts.of(new ImportId(6))).contains(done);
        assertThat(drafts.of(new ImportId(7))).isEmpty();
        assertThat(drafts.find(other.id())).contains(other);
    }

    @Test
    void allAreToldInShort() {
        ImportDraft late = add(ADA, AT.plusSeconds(9));
        ImportDraft early = add(new UserId("bob"), AT);
        ImportDraft tried = add(ADA, AT.plusSeconds(1)).tried(new ImportId(5), AT.plusSeconds(1));
        drafts.replace(tried);
        assertThat(drafts.all())
                .containsExactly(inShort(early, null, false), inShort(tried, 5L, false), inShort(late, null, false));
        drafts.replace(tried.done(new ImportId(6), AT.plusSeconds(10)));
        assertThat(drafts.all().get(2).job()).isEqualTo(new ImportId(6));
        assertThat(drafts.all().get(2).isDone()).isTrue();
    }

    private static ImportDrafts.Known inShort(ImportDraft draft, Long job, boolean isDone) {
        ImportId id = job == null ? null : new ImportId(job);
        return new ImportDrafts.Known(draft.id(), draft.owner(), "node 1", FILE, id, isDone, draft.usedAt());
    }

    @Test
    void whatIsForgottenIsGone() {
        ImportDraft draft = add(ADA, AT);
        ImportDraft other = add(ADA, AT);
        drafts.forget(draft.id());
        drafts.forget(draft.id());
        assertThat(drafts.find(draft.id())).isEmpty();
        assertThat(drafts.replace(draft)).isFalse();
        assertThat(drafts.find(draft.id())).isEmpty();
        assertThat(drafts.find(other.id())).contains(other);
        assertThat(add(ADA, AT).id()).isNotIn(draft.id(), other.id());
    }

    @Test
    void whatIsDoneWithinAWorkThatFailsIsNotKept() {
        ImportDraft draft = add(ADA, AT);
        assertThatThrownBy(() -> ports.work().write(() -> {
                    drafts.replace(draft.done(new ImportId(6), AT));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(drafts.find(draft.id())).contains(draft);
    }
}
