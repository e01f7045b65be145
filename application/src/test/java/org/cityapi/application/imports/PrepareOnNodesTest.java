package org.cityapi.application.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.memory.MemoryImportFiles;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.Test;

/** An import is prepared on nodes that share a store, each with files of its own. */
class PrepareOnNodesTest extends ImportsOnMemory {

    private final Node here = new Node("here");

    /** Where something happens just after all were read. */
    private static class Interrupted implements ImportDrafts {
        private final ImportDrafts drafts;
        private Runnable next = () -> {};

        Interrupted(ImportDrafts drafts) {
            this.drafts = drafts;
        }

        @Override
        public ImportDraft add(UserId owner, String node, ImportFiles.Kept file, FileOutline outline, Instant at) {
            return drafts.add(owner, node, file, outline, at);
        }

        @Override
        public Optional<ImportDraft> find(DraftId id) {
            return drafts.find(id);
        }

        @Override
        public Optional<ImportDraft> of(ImportId job) {
            return drafts.of(job);
        }

        @Override
        public boolean replace(ImportDraft draft) {
            return drafts.replace(draft);
        }

        @Override
        public void forget(DraftId id) {
            drafts.forget(id);
        }

        @Override
        public List<Known> all() {
            List<Known> all = drafts.all();
            Runnable now = next;
            next = () -> {};
            now.run();
            return all;
        }
    }

    @Test
    void anotherNodeShowsADraftAndItsOwnNodeRunsIt() {
        Node there = new Node("there");
        ImportDraft draft = there.take("Lyon");
        ImportId trial = here.trial(draft);
        assertThat(job(trial).node()).isEqualTo("there");
        here.prepare.tend();
        assertThat(job(trial).state()).isEqualTo(ImportState.QUEUED);
        there.prepare.tend();
        there.prepare.tend();
        assertThat(ended(trial).state()).isEqualTo(ImportState.SUCCEEDED);
        ImportId done = here.prepare.run(ada, draft.id(), trial, false).orElseThrow();
        assertThat(here.prepare.run(ada, draft.id(), trial, false)).contains(done);
        there.prepare.tend();
        assertThat(ended(done).state()).isEqualTo(ImportState.SUCCEEDED);
        assertThat(there.files.size()).isZero();
        assertThat(ports.changes().last()).isEqualTo(1);
    }

    @Test
    void whatIsGivenUpOnAnotherNodeGoesFromItsOwn() {
        Node there = new Node("there");
        ImportDraft draft = there.take("Lyon");
        here.prepare.letGo(ada, draft.id());
        assertThat(there.files.size()).isEqualTo(1);
        there.prepare.tend();
        assertThat(there.files.size()).isZero();
    }

    @Test
    void aTrialOnANodeThatHasEndedFailsAndItsDraftGoesWithTime() {
        Node there = new Node("there");
        ImportDraft draft = there.take("Lyon");
        ImportId trial = here.trial(draft);
        here.worker.abandon(trial);
        ImportJob failed = job(trial);
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.faults()).containsExactly(RowFault.of(0, Fault.ABANDONED, Map.of()));
        assertThat(here.prepare.run(ada, draft.id(), trial, true)).isEmpty();
        assertThat(isGone(draft.id())).isFalse();
        clock.forward(Duration.ofMinutes(61));
        here.prepare.tend();
        assertThat(isGone(draft.id())).isTrue();
    }

    @Test
    void whatWasPreparedBeforeTheOnlyNodeBeganIsGone() {
        ImportDraft draft = here.take("Lyon");
        here.worker.abandonAll();
        assertThat(isGone(draft.id())).isTrue();
    }

    @Test
    void oneSilentTrialIsNoProofThatItsNodeHasEnded() {
        Node there = new Node("there");
        ImportDraft draft = there.take("Lyon");
        ImportDraft other = there.take("Bern");
        ImportId first = here.trial(draft);
        ImportId second = here.trial(draft);
        assertThat(job(first).state()).isEqualTo(ImportState.CANCELLED);
        there.prepare.tend();
        assertThat(ended(second).state()).isEqualTo(ImportState.SUCCEEDED);
        ImportJob silent = ports.imports().add(draft.trialOrder(), ada.userId(), "there", 1, clock.instant());
        LostImports lost = new LostImports(ports.imports(), here.worker, Duration.ZERO);
        lost.look();
        lost.look();
        assertThat(job(silent.id()).state()).isEqualTo(ImportState.FAILED);
        assertThat(isGone(draft.id())).isFalse();
        assertThat(isGone(other.id())).isFalse();
    }

    @Test
    void aTrialThatWaitsOnAnotherNodeEndsWithItsDraft() {
        Node there = new Node("there");
        ImportDraft draft = there.take("Lyon");
        ImportId trial = here.trial(draft);
        here.prepare.letGo(ada, draft.id());
        assertThat(job(trial).state()).isEqualTo(ImportState.CANCELLED);
        ImportDraft oldest = there.take("Lyon");
        ImportId oldestTrial = here.trial(oldest);
        for (int i = 0; i < 5; i++) {
            clock.forward(Duration.ofSeconds(1));
            here.take("Lyon");
        }
        assertThat(isGone(oldest.id())).isTrue();
        assertThat(job(oldestTrial).state()).isEqualTo(ImportState.CANCELLED);
    }

    @Test
    void aTrialThatRunsOnAnotherNodeIsAskedToEnd() {
        Node there = new Node("there");
        ImportDraft draft = there.take("wait");
        ImportId trial = there.trial(draft);
        until(() -> job(trial).state() != ImportState.QUEUED);
        here.prepare.letGo(ada, draft.id());
        assertThat(ports.imports().askedToCancel()).containsExactly(trial);
    }

    @Test
    void aTrialIsOnRecordWithItsDraftOrNotAtAll() {
        Interrupted drafts = new Interrupted(ports.drafts()) {
            @Override
            public boolean replace(ImportDraft draft) {
                return draft.trial() == null && super.replace(draft);
            }
        };
        Node there = new Node("there", drafts, new MemoryImportFiles());
        ImportDraft draft = there.take("Lyon");
        assertThatThrownBy(() -> there.prepare.choose(ada, draft.id(), COLUMNS, USUAL))
                .isInstanceOf(Rejection.NotFound.class);
        assertThat(ports.imports().list(Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    void aFileThatComesWhileOthersAreLookedAfterStays() {
        Interrupted drafts = new Interrupted(ports.drafts());
        Node node = new Node("busy", drafts, new MemoryImportFiles());
        node.take("Lyon");
        drafts.next = () -> node.take("Bern");
        node.prepare.tend();
        assertThat(node.files.size()).isEqualTo(2);
    }

    private void takePlace(Node node, ImportDraft draft) {
        node.worker.take(
                ada,
                draft.file(),
                true,
                () -> Optional.of(
                        ports.imports().add(draft.trialOrder(), ada.userId(), draft.node(), 1, clock.instant())));
    }

    @Test
    void anImportThatWaitsForAPlaceKeepsItsFile() {
        Node there = new Node("there");
        ImportDraft draft = there.take("Lyon");
        ImportId trial = there.tried(draft);
        ImportDraft slow = there.take("wait");
        ImportDraft matched = slow.with(slow.outline().with(COLUMNS), USUAL, clock.instant());
        for (int i = 0; i < 20; i++) {
            takePlace(there, matched);
        }
        assertThatThrownBy(() -> there.prepare.choose(ada, slow.id(), COLUMNS, USUAL))
                .isInstanceOf(Rejection.Unavailable.class);
        assertThat(there.prepare.one(ada, slow.id()).isSound()).isTrue();
        ImportId done = here.prepare.run(ada, draft.id(), trial, false).orElseThrow();
        there.prepare.tend();
        clock.forward(Duration.ofHours(2));
        there.prepare.tend();
        here.prepare.tend();
        assertThat(there.files.size()).isEqualTo(2);
        lines.goOn.countDown();
        until(there.worker::isIdle);
        there.prepare.tend();
        assertThat(ended(done).state()).isEqualTo(ImportState.SUCCEEDED);
    }
}
