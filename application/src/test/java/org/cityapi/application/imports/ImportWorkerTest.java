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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.cityapi.application.KeyedWrites;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.memory.MemoryImportFiles;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportWorkerTest {

    private static final ImportOrder ORDER =
            new ImportOrder(ImportFormat.CSV, ImportMode.INSERT, OnError.ABORT, false, false);
    /** Keeps nobody from writing: memory takes one write at a time. */
    private static final ImportOrder DRY =
            new ImportOrder(ImportFormat.CSV, ImportMode.INSERT, OnError.ABORT, true, false);

    private static final Actor ACTOR = Actor.system();
    private static final int ROWS = 5_000;

    private final Ports ports = Ports.inMemory();
    private final MemoryImportFiles files = new MemoryImportFiles();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Throwable> unforeseen = new ArrayList<>();
    private ImportFiles kept = files;
    private final ImportParts parts = new ImportParts(
            ports.work(),
            ports.many(),
            ports.changes(),
            ports.imports(),
            ports.drafts(),
            new ImportFiles() {
                @Override
                public Kept keep(InputStream content) throws IOException {
                    return kept.keep(content);
                }

                @Override
                public InputStream open(String name) throws IOException {
                    return kept.open(name);
                }

                @Override
                public void forget(String name) {
                    kept.forget(name);
                }
            },
            new WaitingRows(),
            new KeyedWrites(ports.keptWrites(), Clock.systemUTC()),
            new KnownUsers(ports.work(), ports.users(), Clock.systemUTC()),
            Clock.systemUTC(),
            "here",
            1_000);
    private final ImportWorker worker = new ImportWorker(parts, unforeseen::add);
    private final ImportCities imports = new ImportCities(parts, worker, Duration.ofSeconds(20));

    /** A file of five thousand cities; in the middle of one whose content is "wait" its reader waits. */
    private final class WaitingRows implements CityFiles {

        @Override
        public FileOutline look(InputStream content, long maxBytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DraftRows open(InputStream content, ImportOrder order, long maxBytes) {
            String text;
            try {
                text = new String(content.readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (text.equals("fault")) {
                throw new IllegalStateException("A fault of the program");
            }
            var rows = IntStream.range(1, ROWS + 1).iterator();
            return new DraftRows() {
                @Override
                public List<String> columns() {
                    return List.of("name");
                }

                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public DraftRow next() {
                    int number = rows.nextInt();
                    if (number == ROWS / 2 && text.equals("wait")) {
                        reached.countDown();
                        await(goOn);
                    }
                    CityDraft draft = new CityDraft(
                            "City " + number, "FR", BigDecimal.ONE, null, null, null, null, null, List.of());
                    return new DraftRow(number, number, draft, CityDraft.FIELDS, null, new Source(), List.of());
                }
            };
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
            return 10;
        }
    }

    @AfterEach
    void end() {
        goOn.countDown();
        worker.end();
        assertThat(files.size()).as("files that are left").isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportId request(String content) {
        return request(content, ORDER);
    }

    private ImportId request(String content, ImportOrder order) {
        try {
            return imports.request(
                            ACTOR, () -> new WantedImport(order, new ByteArrayInputStream(content.getBytes(UTF_8))))
                    .told()
                    .job()
                    .id();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportJob job(ImportId id) {
        return imports.one(ACTOR, id).job();
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private ImportJob ended(ImportId id) {
        until(() -> !job(id).state().isOpen());
        return job(id);
    }

    private int cities() {
        return ports.cities()
                .list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(2 * ROWS))
                .size();
    }

    @Test
    void oneIsRunAfterTheOtherAndItsProgressIsSeen() {
        ImportId first = request("wait", DRY);
        await(reached);
        ImportId second = request("go", DRY);
        until(() -> job(first).counts().rows() == 2_000);
        assertThat(job(first).state()).isEqualTo(ImportState.RUNNING);
        assertThat(job(second).state()).isEqualTo(ImportState.QUEUED);
        goOn.countDown();
        assertThat(ended(first).counts().inserted()).isEqualTo(ROWS);
        assertThat(ended(second).counts().inserted()).isEqualTo(ROWS);
        assertThat(cities()).as("of dry runs").isZero();
        ImportId third = request("go");
        assertThat(ended(third).counts().inserted()).isEqualTo(ROWS);
        assertThat(cities()).isEqualTo(ROWS);
    }

    @Test
    void oneThatWaitsIsCancelledAtOnce() {
        request("wait", DRY);
        await(reached);
        ImportId second = request("go");
        imports.cancel(ACTOR, second);
        assertThat(job(second).state()).isEqualTo(ImportState.CANCELLED);
        assertThatThrownBy(() -> imports.cancel(ACTOR, second)).isInstanceOf(Rejection.WrongState.class);
        goOn.countDown();
        until(() -> files.size() == 0);
        assertThat(cities()).isZero();
    }

    @Test
    void oneThatRunsIsCancelledAndNothingOfItIsStored() {
        ImportId id = request("wait");
        await(reached);
        Thread cancelling = new Thread(() -> imports.cancel(ACTOR, id));
        cancelling.start();
        until(() ->
                cancelling.getState() == Thread.State.TIMED_WAITING || cancelling.getState() == Thread.State.WAITING);
        goOn.countDown();
        ImportJob job = ended(id);
        assertThat(job.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(job.counts().inserted()).isZero();
        assertThat(job.finishedAt()).isNotNull();
        assertThat(cities()).isZero();
        assertThat(ports.changes().isEmpty()).isTrue();
    }

    @Test
    void whatANodeThatEndsHasBegunFails() {
        ImportId id = request("wait");
        await(reached);
        Thread ending = new Thread(worker::end);
        ending.start();
        until(() -> ending.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        ImportJob job = ended(id);
        assertThat(job.state()).isEqualTo(ImportState.FAILED);
        assertThat(job.faults()).extracting(fault -> fault.fault()).containsExactly(Fault.ABANDONED);
        assertThat(cities()).isZero();
        assertThatThrownBy(() -> request("go"))
                .isInstanceOfSatisfying(
                        Rejection.Unavailable.class,
                        refused -> assertThat(refused.needed()).isEqualTo(Dependency.IMPORT));
    }

    @Test
    void oneThatIsCancelledMakesRoomForAnother() {
        request("wait", DRY);
        ImportId second = request("go", DRY);
        for (int i = 2; i < 20; i++) {
            request("go", DRY);
        }
        imports.cancel(ACTOR, second);
        until(() -> files.size() == 19);
        until(() -> isTaken());
    }

    private boolean isTaken() {
        try {
            request("go", DRY);
            return true;
        } catch (Rejection.Unavailable full) {
            return false;
        }
    }

    @Test
    void anUndoThatTakesLongGoesOn() {
        ImportId id = request("go");
        assertThat(ended(id).state()).isEqualTo(ImportState.SUCCEEDED);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        Thread writer = new Thread(() -> ports.work().write(() -> {
            held.countDown();
            await(written);
            return true;
        }));
        writer.start();
        await(held);
        ImportCities hasty = new ImportCities(parts, worker, Duration.ofMillis(10));
        ImportCities.Undone undone = hasty.undo(ACTOR, id);
        assertThat(undone.done()).isFalse();
        assertThat(undone.told().job().state()).isEqualTo(ImportState.SUCCEEDED);
        assertThatThrownBy(() -> hasty.undo(ACTOR, id))
                .isInstanceOfSatisfying(
                        Rejection.WrongState.class,
                        refused -> assertThat(refused.state()).isEqualTo("undoing"));
        assertThat(hasty.awaitUndos(Duration.ofMillis(10))).isFalse();
        written.countDown();
        assertThat(hasty.awaitUndos(Duration.ofSeconds(20))).isTrue();
        assertThat(job(id).state()).isEqualTo(ImportState.UNDONE);
        assertThat(cities()).isZero();
        assertThatThrownBy(() -> imports.undo(ACTOR, id)).isInstanceOf(Rejection.WrongState.class);
    }

    @Test
    void whatWasDeclaredLostIsNotStoredAfterwards() {
        ImportId id = request("wait");
        await(reached);
        goOn.countDown();
        // Another node thinks that this one has ended, before it has.
        ImportJob lost = job(id).ended(
                        ImportState.FAILED,
                        ImportCounts.NONE,
                        List.of(),
                        List.of(),
                        Clock.systemUTC().instant());
        boolean before = ports.imports().replace(lost, Set.of(ImportState.RUNNING));
        until(() -> files.size() == 0);
        assertThat(job(id).state()).isEqualTo(before ? ImportState.FAILED : ImportState.SUCCEEDED);
        assertThat(cities()).isEqualTo(before ? 0 : ROWS);
    }

    @Test
    void aFaultOfTheProgramFailsTheImportAndIsToldOf() {
        ImportId id = request("fault");
        ImportJob job = ended(id);
        assertThat(job.state()).isEqualTo(ImportState.FAILED);
        assertThat(job.faults()).extracting(fault -> fault.fault()).containsExactly(Fault.ABANDONED);
        until(() -> unforeseen.size() == 1);
        assertThat(unforeseen.get(0)).hasMessage("A fault of the program");
        assertThat(ended(request("go")).state()).isEqualTo(ImportState.SUCCEEDED);
    }

    @Test
    void aFileThatCannotBeReadFailsTheImport() {
        kept = new ImportFiles() {
            @Override
            public Kept keep(InputStream content) throws IOException {
                return files.keep(content);
            }

            @Override
            public InputStream open(String name) throws IOException {
                throw new IOException("The disk is broken");
            }

            @Override
            public void forget(String name) {
                files.forget(name);
            }
        };
        ImportJob job = ended(request("go"));
        assertThat(job.state()).isEqualTo(ImportState.FAILED);
        assertThat(job.faults()).extracting(fault -> fault.fault()).containsExactly(Fault.STORE);
    }

    @Test
    void aFileThatBreaksOffIsNoImport() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The client has gone");
            }
        };
        assertThatThrownBy(() -> imports.request(ACTOR, () -> new WantedImport(ORDER, broken)))
                .isInstanceOf(IOException.class);
        assertThat(ports.imports().list(Long.MAX_VALUE, 1)).isEmpty();
    }

    @Test
    void noMoreThanTwentyWait() {
        for (int i = 0; i < 20; i++) {
            request(i == 0 ? "wait" : "go", DRY);
        }
        assertThatThrownBy(() -> request("go"))
                .isInstanceOfSatisfying(
                        Rejection.Unavailable.class,
                        refused -> assertThat(refused.needed()).isEqualTo(Dependency.IMPORT));
    }

    @Test
    void theImportsOfANodeThatIsSilentFail() {
        ImportId silent = ports.imports()
                .add(ORDER, null, "elsewhere", 1, Clock.systemUTC().instant())
                .id();
        ImportId alive = ports.imports()
                .add(ORDER, null, "there", 1, Clock.systemUTC().instant())
                .id();
        LostImports lost = new LostImports(ports.imports(), worker, Duration.ofMillis(300));
        until(() -> {
            ports.imports().beat(alive, ImportCounts.NONE);
            lost.look();
            return job(silent).state() == ImportState.FAILED;
        });
        assertThat(job(silent).faults()).extracting(fault -> fault.fault()).containsExactly(Fault.ABANDONED);
        assertThat(job(alive).state()).isEqualTo(ImportState.QUEUED);
        worker.abandonAll();
        assertThat(job(alive).state()).isEqualTo(ImportState.FAILED);
    }

    @Test
    void oneOfAnotherNodeIsAskedToEnd() {
        ImportId id = ports.imports()
                .add(ORDER, null, "elsewhere", 1, Clock.systemUTC().instant())
                .id();
        imports.cancel(ACTOR, id);
        assertThat(ports.imports().askedToCancel()).containsExactly(id);
        ImportId own = request("wait");
        await(reached);
        goOn.countDown();
        ended(own);
    }
}
