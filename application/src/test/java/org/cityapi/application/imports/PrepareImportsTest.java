package org.cityapi.application.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;

/** An import is prepared step by step: a file comes, is matched and tried, and is done or goes. */
class PrepareImportsTest extends ImportsOnMemory {

    private final Node here = new Node("here");

    @Test
    void aFileIsTriedTwiceAndDoneOnceAndThenGone() {
        ImportDraft draft = here.take("Lyon\nBern");
        assertThat(draft.outline().rows()).isEqualTo(2);
        assertThat(here.prepare
                        .choose(ada, draft.id(), new FileOutline.Choice(List.of("name"), true), USUAL)
                        .trial())
                .isNull();
        ImportId first = here.tried(draft);
        ImportId trial = here.tried(draft);
        assertThat(job(trial).counts().inserted()).isEqualTo(2);
        assertThat(here.files.size()).isEqualTo(1);
        assertThat(here.prepare.run(ada, draft.id(), first, false)).isEmpty();
        assertThat(here.prepare.of(ada, trial)).isPresent();
        ImportId done = here.prepare.run(ada, draft.id(), trial, false).orElseThrow();
        ImportJob job = ended(done);
        assertThat(job.state()).isEqualTo(ImportState.SUCCEEDED);
        assertThat(job.order().match()).isEqualTo(job(trial).order().match());
        assertThat(job.by()).isEqualTo(ada.userId());
        assertThat(here.files.size()).isZero();
        assertThat(here.prepare.run(ada, draft.id(), trial, false)).contains(done);
        assertThat(here.prepare.choose(ada, draft.id(), COLUMNS, USUAL).done()).isEqualTo(done);
        here.prepare.letGo(ada, draft.id());
        assertThat(here.prepare.of(ada, done)).isPresent();
        assertThat(ports.imports().list(Long.MAX_VALUE, 9)).hasSize(3);
    }

    @Test
    void manyClicksDoItOnce() throws Exception {
        ImportDraft draft = here.take("Lyon");
        ImportId trial = here.tried(draft);
        ExecutorService clicks = Executors.newFixedThreadPool(8);
        try {
            List<Future<ImportId>> done = clicks.invokeAll(Collections.nCopies(
                    8, () -> here.prepare.run(ada, draft.id(), trial, false).orElseThrow()));
            for (Future<ImportId> each : done) {
                assertThat(each.get()).isEqualTo(done.get(0).get());
            }
            ended(done.get(0).get());
        } finally {
            clicks.shutdown();
        }
        assertThat(ports.imports().list(Long.MAX_VALUE, 99)).hasSize(2);
        assertThat(ports.changes().last()).isEqualTo(1);
    }

    @Test
    void refusedRowsAreLeftOutWhenThatIsWanted() {
        ImportDraft draft = here.take("Lyon\nbad");
        ImportId trial = here.tried(draft);
        assertThat(job(trial).state()).isEqualTo(ImportState.FAILED);
        ImportJob job = ended(here.prepare.run(ada, draft.id(), trial, true).orElseThrow());
        assertThat(job.order().onError()).isEqualTo(OnError.SKIP);
        assertThat(job.counts().inserted()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNotKept() {
        assertThatThrownBy(() -> here.take("broken")).isInstanceOf(BrokenFile.class);
        assertThat(here.files.size()).isZero();
        assertThat(ports.drafts().all()).isEmpty();
    }

    @Test
    void onlyItsOwnerMayGoOn() {
        ImportDraft draft = here.take("Lyon");
        ImportId trial = here.tried(draft);
        Actor bob = actor("bob");
        assertThatThrownBy(() -> here.prepare.one(bob, draft.id())).isInstanceOf(Rejection.NotFound.class);
        assertThatThrownBy(() -> here.prepare.choose(bob, draft.id(), COLUMNS, USUAL))
                .isInstanceOf(Rejection.NotFound.class);
        assertThatThrownBy(() -> here.prepare.run(bob, draft.id(), trial, false))
                .isInstanceOf(Rejection.NotFound.class);
        assertThatThrownBy(() -> here.prepare.letGo(bob, draft.id())).isInstanceOf(Rejection.NotFound.class);
        assertThat(here.prepare.of(bob, trial)).isEmpty();
        Actor reader = new Actor(ada.user(), Set.of(Permission.READ_HISTORY), Door.WEB);
        assertThatThrownBy(() -> here.prepare.one(reader, draft.id())).isInstanceOf(Rejection.Forbidden.class);
        assertThatThrownBy(() -> here.prepare.take(reader, InputStream.nullInputStream()))
                .isInstanceOf(Rejection.Forbidden.class);
        assertThatThrownBy(() -> here.prepare.one(Actor.anonymous(Door.WEB), draft.id()))
                .isInstanceOf(Rejection.NotSignedIn.class);
    }

    @Test
    void whatNobodyGoesOnWithIsGoneAfterAnHour() {
        ImportDraft draft = here.take("Lyon");
        clock.forward(Duration.ofMinutes(50));
        here.tried(draft);
        clock.forward(Duration.ofMinutes(50));
        here.prepare.tend();
        assertThat(here.prepare.one(ada, draft.id()).id()).isEqualTo(draft.id());
        clock.forward(Duration.ofMinutes(11));
        assertThatThrownBy(() -> here.prepare.one(ada, draft.id())).isInstanceOf(Rejection.NotFound.class);
        here.prepare.tend();
        assertThat(isGone(draft.id())).isTrue();
        assertThat(here.files.size()).isZero();
    }

    @Test
    void aFileThatIsReadIsNotTakenAway() {
        ImportDraft draft = here.take("wait");
        ImportId trial = here.trial(draft);
        clock.forward(Duration.ofHours(2));
        here.prepare.tend();
        assertThat(here.files.size()).isEqualTo(1);
        lines.goOn.countDown();
        assertThat(ended(trial).state()).isEqualTo(ImportState.SUCCEEDED);
        here.prepare.tend();
        assertThat(here.files.size()).isZero();
        assertThat(isGone(draft.id())).isTrue();
    }

    @Test
    void whoGivesUpEndsTheTrialAndTheFile() {
        ImportDraft draft = here.take("Lyon");
        here.prepare.letGo(ada, draft.id());
        assertThat(isGone(draft.id())).isTrue();
        assertThat(here.files.size()).isZero();
    }

    @Test
    void theOldestOfSixMakesRoom() {
        List<ImportDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clock.forward(Duration.ofSeconds(1));
            drafts.add(here.take("Lyon"));
        }
        assertThat(isGone(drafts.get(0).id())).isTrue();
        assertThat(isGone(drafts.get(1).id())).isFalse();
        assertThat(here.files.size()).isEqualTo(5);
    }

    @Test
    void whatIsDoneMeanwhileStaysDone() {
        ImportDraft draft = here.take("Lyon");
        ImportId trial = here.tried(draft);
        ImportId done = here.prepare.run(ada, draft.id(), trial, false).orElseThrow();
        assertThat(ports.drafts().replace(draft)).isFalse();
        assertThat(here.prepare.choose(ada, draft.id(), COLUMNS, USUAL).done()).isEqualTo(done);
    }

    @Test
    void whatATrialHasNotToldIsNotDone() {
        ImportDraft draft = here.take("wait");
        ImportId trial = here.trial(draft);
        assertThat(here.prepare.run(ada, draft.id(), trial, false)).isEmpty();
        lines.goOn.countDown();
        ended(trial);
        assertThat(here.prepare
                        .choose(ada, draft.id(), new FileOutline.Choice(List.of("name"), true), USUAL)
                        .trial())
                .isNull();
        assertThat(here.prepare.run(ada, draft.id(), trial, false)).isEmpty();
    }

    @Test
    void aChangeOfMindEndsTheTrialBefore() {
        ImportDraft draft = here.take("wait");
        ImportId first = here.trial(draft);
        Thread opener = new Thread(() -> {
            LockSupport.parkNanos(300_000_000);
            lines.goOn.countDown();
        });
        opener.start();
        ImportId second = here.prepare
                .choose(ada, draft.id(), COLUMNS, new ImportDraft.Wishes(ImportMode.UPSERT, OnError.SKIP))
                .trial();
        assertThat(ended(second).order().mode()).isEqualTo(ImportMode.UPSERT);
        assertThat(job(first).state()).isIn(ImportState.CANCELLED, ImportState.SUCCEEDED);
    }

    /** A file that is long under way. */
    private final class Slow extends InputStream {
        private final CountDownLatch begun;

        Slow(CountDownLatch begun) {
            this.begun = begun;
        }

        @Override
        public int read() {
            begun.countDown();
            await(lines.goOn);
            return -1;
        }
    }

    @Test
    void twoFilesComeAtATime() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        ExecutorService senders = Executors.newFixedThreadPool(2);
        try {
            List<Future<ImportDraft>> coming = IntStream.range(0, 2)
                    .mapToObj(i -> senders.submit(() -> here.prepare.take(ada, new Slow(begun))))
                    .toList();
            await(begun);
            assertThatThrownBy(() -> here.take("Lyon")).isInstanceOf(Rejection.Unavailable.class);
            lines.goOn.countDown();
            for (Future<ImportDraft> each : coming) {
                each.get();
            }
        } finally {
            senders.shutdown();
        }
        assertThat(isGone(here.take("Lyon").id())).isFalse();
    }
}
