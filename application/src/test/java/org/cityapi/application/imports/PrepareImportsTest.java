package org.cityapi.application.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.cityapi.application.KeyedWrites;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.memory.MemoryImportFiles;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrepareImportsTest {

    private static final List<String> FIELDS = List.of("name", "countryCode", "population");
    private static final ImportDraft.Wishes USUAL = ImportDraft.Wishes.USUAL;

    private final Ports ports = Ports.inMemory();
    private final SettableClock clock = new SettableClock();
    private final KnownUsers users = new KnownUsers(ports.work(), ports.users(), clock);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Node> nodes = new ArrayList<>();
    private final Node here = new Node("here");
    private final Actor ada = actor("ada");

    /** A process that shares the store with others. */
    private final class Node {
        private final MemoryImportFiles files = new MemoryImportFiles();
        private final ImportParts parts;
        private final ImportWorker worker;
        private final PrepareImports prepare;

        Node(String name) {
            this(name, ports.drafts());
        }

        Node(String name, ImportDrafts drafts) {
            parts = new ImportParts(
                    ports.work(),
                    ports.many(),
                    ports.changes(),
                    ports.imports(),
                    drafts,
                    files,
                    new Lines(),
                    new KeyedWrites(ports.keptWrites(), clock),
                    users,
                    clock,
                    name,
                    1_000);
            worker = new ImportWorker(parts, failure -> {
                throw new AssertionError(failure);
            });
            prepare = new PrepareImports(parts, worker);
            nodes.add(this);
        }

        ImportDraft take(String text) {
            try {
                return prepare.take(ada, new ByteArrayInputStream(text.getBytes(UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        ImportId tried(ImportDraft draft) {
            ImportId trial = prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
            ended(trial);
            return trial;
        }
    }

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

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-29T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    /** A file with a city a line; "wait" waits, "broken" cannot be read. */
    private final class Lines implements CityFiles {

        @Override
        public FileOutline look(InputStream content, long maxBytes) {
            List<String> lines = lines(content);
            if (lines.contains("broken")) {
                throw new BrokenFile(RowFault.of(1, Fault.QUOTE, Map.of()));
            }
            return new FileOutline(
                    ImportFormat.CSV,
                    lines.size(),
                    IntStream.range(0, 3)
                            .mapToObj(i -> new FileOutline.Column("c" + i, "", List.of()))
                            .toList());
        }

        @Override
        public DraftRows open(InputStream content, ImportOrder order, long maxBytes) {
            assertThat(order.match().fields()).containsEntry("c0", "name");
            var lines = lines(content).iterator();
            return new DraftRows() {
                private long number;

                @Override
                public List<String> columns() {
                    return FIELDS;
                }

                @Override
                public boolean hasNext() {
                    return lines.hasNext();
                }

                @Override
                public DraftRow next() {
                    String name = lines.next();
                    if (name.equals("wait")) {
                        await(goOn);
                    }
                    number++;
                    CityDraft draft = new CityDraft(
                            name,
                            name.equals("bad") ? "ZZ" : "FR",
                            BigDecimal.ONE,
                            null,
                            null,
                            null,
                            null,
                            null,
                            List.of());
                    return new DraftRow(number, number, draft, CityDraft.FIELDS, null, new Source(), List.of());
                }
            };
        }

        private static List<String> lines(InputStream content) {
            try {
                return new String(content.readAllBytes(), UTF_8).lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Source() implements DraftRow.Source {
        @Override
        public List<String> cells() {
            return List.of();
        }

        @Override
        public String column(String field) {
            return field;
        }

        @Override
        public String value(String field) {
            return null;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Actor actor(String name) {
        User user = User.first(new Identity("https://issuer.test", name, null, null));
        ports.work().write(() -> {
            ports.users().save(user);
            return user;
        });
        return new Actor(user, EnumSet.of(Permission.IMPORT_CITIES), Door.WEB);
    }

    private ImportJob ended(ImportId id) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            ImportJob job = ports.imports().find(id).orElseThrow();
            if (!job.state().isOpen() && nodes.stream().allMatch(node -> node.worker.isIdle())) {
                return job;
            }
            LockSupport.parkNanos(200_000);
        }
        throw new AssertionError("It does not end");
    }

    private boolean isGone(DraftId id) {
        return ports.drafts().find(id).isEmpty();
    }

    @AfterEach
    void end() {
        goOn.countDown();
        nodes.forEach(node -> node.worker.end());
    }

    @Test
    void aFileIsTriedTwiceAndDoneOnceAndThenGone() {
        ImportDraft draft = here.take("Lyon\nBern");
        assertThat(draft.outline().rows()).isEqualTo(2);
        assertThat(here.prepare.choose(ada, draft.id(), List.of("name"), USUAL).trial())
                .isNull();
        ImportId first = here.tried(draft);
        ImportId trial = here.tried(draft);
        assertThat(ports.imports().find(trial).orElseThrow().counts().inserted())
                .isEqualTo(2);
        assertThat(here.files.size()).isEqualTo(1);
        assertThat(here.prepare.run(ada, draft.id(), first, false)).isEmpty();
        assertThat(here.prepare.of(ada, trial)).isPresent();
        ImportId done = here.prepare.run(ada, draft.id(), trial, false).orElseThrow();
        ImportJob job = ended(done);
        assertThat(job.state()).isEqualTo(ImportState.SUCCEEDED);
        assertThat(job.order().match())
                .isEqualTo(ports.imports().find(trial).orElseThrow().order().match());
        assertThat(job.by()).isEqualTo(ada.userId());
        assertThat(here.files.size()).isZero();
        assertThat(here.prepare.run(ada, draft.id(), trial, false)).contains(done);
        assertThat(here.prepare.choose(ada, draft.id(), FIELDS, USUAL).done()).isEqualTo(done);
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
        assertThat(ports.imports().find(trial).orElseThrow().state()).isEqualTo(ImportState.FAILED);
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
        assertThatThrownBy(() -> here.prepare.choose(bob, draft.id(), FIELDS, USUAL))
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
        clock.now = clock.now.plus(Duration.ofMinutes(50));
        here.tried(draft);
        clock.now = clock.now.plus(Duration.ofMinutes(50));
        here.prepare.tend();
        assertThat(here.prepare.one(ada, draft.id()).id()).isEqualTo(draft.id());
        clock.now = clock.now.plus(Duration.ofMinutes(11));
        assertThatThrownBy(() -> here.prepare.one(ada, draft.id())).isInstanceOf(Rejection.NotFound.class);
        here.prepare.tend();
        assertThat(isGone(draft.id())).isTrue();
        assertThat(here.files.size()).isZero();
    }

    @Test
    void aFileThatIsReadIsNotTakenAway() {
        ImportDraft draft = here.take("wait");
        ImportId trial = here.prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
        clock.now = clock.now.plus(Duration.ofHours(2));
        here.prepare.tend();
        assertThat(here.files.size()).isEqualTo(1);
        goOn.countDown();
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
            clock.now = clock.now.plusSeconds(1);
            drafts.add(here.take("Lyon"));
        }
        assertThat(isGone(drafts.get(0).id())).isTrue();
        assertThat(isGone(drafts.get(1).id())).isFalse();
        assertThat(here.files.size()).isEqualTo(5);
    }

    @Test
    void anotherNodeShowsADraftAndItsOwnNodeRunsIt() {
        Node there = new Node("there");
        ImportDraft draft = there.take("Lyon");
        ImportId trial = here.prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
        assertThat(ports.imports().find(trial).orElseThrow().node()).isEqualTo("there");
        here.prepare.tend();
        assertThat(ports.imports().find(trial).orElseThrow().state()).isEqualTo(ImportState.QUEUED);
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
        ImportId trial = here.prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
        here.worker.abandon(trial);
        ImportJob failed = ports.imports().find(trial).orElseThrow();
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.faults()).containsExactly(RowFault.of(0, Fault.ABANDONED, Map.of()));
        assertThat(here.prepare.run(ada, draft.id(), trial, true)).isEmpty();
        assertThat(isGone(draft.id())).isFalse();
        clock.now = clock.now.plus(Duration.ofMinutes(61));
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
        ImportId first = here.prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
        ImportId second = here.prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
        assertThat(ports.imports().find(first).orElseThrow().state()).isEqualTo(ImportState.CANCELLED);
        there.prepare.tend();
        assertThat(ended(second).state()).isEqualTo(ImportState.SUCCEEDED);
        ImportJob silent = ports.imports().add(draft.trialOrder(), ada.userId(), "there", 1, clock.now);
        LostImports lost = new LostImports(ports.imports(), here.worker, Duration.ZERO);
        lost.look();
        lost.look();
        assertThat(ports.imports().find(silent.id()).orElseThrow().state()).isEqualTo(ImportState.FAILED);
        assertThat(isGone(draft.id())).isFalse();
        assertThat(isGone(other.id())).isFalse();
    }

    @Test
    void aTrialThatWaitsOnAnotherNodeEndsWithItsDraft() {
        Node there = new Node("there");
        ImportDraft draft = there.take("Lyon");
        ImportId trial = here.prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
        here.prepare.letGo(ada, draft.id());
        assertThat(ports.imports().find(trial).orElseThrow().state()).isEqualTo(ImportState.CANCELLED);
        ImportDraft oldest = there.take("Lyon");
        ImportId oldestTrial =
                here.prepare.choose(ada, oldest.id(), FIELDS, USUAL).trial();
        for (int i = 0; i < 5; i++) {
            clock.now = clock.now.plusSeconds(1);
            here.take("Lyon");
        }
        assertThat(isGone(oldest.id())).isTrue();
        assertThat(ports.imports().find(oldestTrial).orElseThrow().state()).isEqualTo(ImportState.CANCELLED);
    }

    @Test
    void aTrialThatRunsOnAnotherNodeIsAskedToEnd() {
        Node there = new Node("there");
        ImportDraft draft = there.take("wait");
        ImportId trial = there.prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
        while (ports.imports().find(trial).orElseThrow().state() == ImportState.QUEUED) {
            LockSupport.parkNanos(200_000);
        }
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
        Node there = new Node("there", drafts);
        ImportDraft draft = there.take("Lyon");
        assertThatThrownBy(() -> there.prepare.choose(ada, draft.id(), FIELDS, USUAL))
                .isInstanceOf(Rejection.NotFound.class);
        assertThat(ports.imports().list(Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    void aFileThatComesWhileOthersAreLookedAfterStays() {
        Interrupted drafts = new Interrupted(ports.drafts());
        Node node = new Node("busy", drafts);
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
                () -> Optional.of(ports.imports().add(draft.trialOrder(), ada.userId(), draft.node(), 1, clock.now)));
    }

    @Test
    void anImportThatWaitsForAPlaceKeepsItsFile() {
        Node there = new Node("there");
        ImportDraft draft = there.take("Lyon");
        ImportId trial = there.tried(draft);
        ImportDraft slow = there.take("wait");
        ImportDraft matched = slow.with(slow.outline().with(FIELDS), USUAL, clock.now);
        for (int i = 0; i < 20; i++) {
            takePlace(there, matched);
        }
        assertThatThrownBy(() -> there.prepare.choose(ada, slow.id(), FIELDS, USUAL))
                .isInstanceOf(Rejection.Unavailable.class);
        assertThat(there.prepare.one(ada, slow.id()).isSound()).isTrue();
        ImportId done = here.prepare.run(ada, draft.id(), trial, false).orElseThrow();
        there.prepare.tend();
        clock.now = clock.now.plus(Duration.ofHours(2));
        there.prepare.tend();
        here.prepare.tend();
        assertThat(there.files.size()).isEqualTo(2);
        goOn.countDown();
        while (!there.worker.isIdle()) {
            LockSupport.parkNanos(200_000);
        }
        there.prepare.tend();
        assertThat(ended(done).state()).isEqualTo(ImportState.SUCCEEDED);
    }

    @Test
    void whatIsDoneMeanwhileStaysDone() {
        ImportDraft draft = here.take("Lyon");
        ImportId trial = here.tried(draft);
        ImportId done = here.prepare.run(ada, draft.id(), trial, false).orElseThrow();
        assertThat(ports.drafts().replace(draft)).isFalse();
        assertThat(here.prepare.choose(ada, draft.id(), FIELDS, USUAL).done()).isEqualTo(done);
    }

    @Test
    void whatATrialHasNotToldIsNotDone() {
        ImportDraft draft = here.take("wait");
        ImportId trial = here.prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
        assertThat(here.prepare.run(ada, draft.id(), trial, false)).isEmpty();
        goOn.countDown();
        ended(trial);
        assertThat(here.prepare.choose(ada, draft.id(), List.of("name"), USUAL).trial())
                .isNull();
        assertThat(here.prepare.run(ada, draft.id(), trial, false)).isEmpty();
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
            await(goOn);
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
            goOn.countDown();
            for (Future<ImportDraft> each : coming) {
                each.get();
            }
        } finally {
            senders.shutdown();
        }
        assertThat(isGone(here.take("Lyon").id())).isFalse();
    }

    @Test
    void aChangeOfMindEndsTheTrialBefore() {
        ImportDraft draft = here.take("wait");
        ImportId first = here.prepare.choose(ada, draft.id(), FIELDS, USUAL).trial();
        Thread opener = new Thread(() -> {
            LockSupport.parkNanos(300_000_000);
            goOn.countDown();
        });
        opener.start();
        ImportId second = here.prepare
                .choose(ada, draft.id(), FIELDS, new ImportDraft.Wishes(ImportMode.UPSERT, OnError.SKIP))
                .trial();
        assertThat(ended(second).order().mode()).isEqualTo(ImportMode.UPSERT);
        assertThat(ports.imports().find(first).orElseThrow().state())
                .isIn(ImportState.CANCELLED, ImportState.SUCCEEDED);
    }
}
