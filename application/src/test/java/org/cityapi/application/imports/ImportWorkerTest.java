package org.cityapi.application.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.OnError;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.domain.memory.MemoryImportFiles;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node runs its imports one after the other, and tells how far they are. */
class ImportWorkerTest extends ImportsOnMemory {

    private static final ImportOrder ORDER =
            new ImportOrder(ImportFormat.CSV, ImportMode.INSERT, OnError.ABORT, false, false);

    private static final ImportOrder SKIP =
            new ImportOrder(ImportFormat.CSV, ImportMode.INSERT, OnError.SKIP, false, false);

    /** Keeps nobody from writing: memory takes one write at a time. */
    private static final ImportOrder DRY =
            new ImportOrder(ImportFormat.CSV, ImportMode.INSERT, OnError.ABORT, true, false);

    private static final Actor ACTOR = Actor.system();
    private static final int ROWS = 5_000;

    private final Node here = new Node("here");
    private final ImportCities imports = importsOf(here);

    private static ImportCities importsOf(Node node) {
        return new ImportCities(node.parts, node.worker, Duration.ofSeconds(20));
    }

    @AfterEach
    @Override
    void end() {
        super.end();
        assertThat(here.files.size()).as("files that are left").isZero();
    }

    /** A file of five thousand cities; in its middle stands what is to happen there. */
    private static String file(String middle) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= ROWS; i++) {
            lines.add(i == ROWS / 2 ? middle : "City " + i);
        }
        return String.join("\n", lines);
    }

    private ImportId request(String middle) {
        return request(middle, ORDER);
    }

    private ImportId request(String middle, ImportOrder order) {
        return request(imports, middle, order);
    }

    private static ImportId request(ImportCities imports, String middle, ImportOrder order) {
        return request(imports, ACTOR, middle, order);
    }

    private static ImportId request(ImportCities imports, Actor by, String middle, ImportOrder order) {
        InputStream file = new ByteArrayInputStream(file(middle).getBytes(UTF_8));
        try {
            return imports.request(by, () -> new WantedImport(order, file))
                    .told()
                    .job()
                    .id();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With what has been counted so far. */
    @Override
    ImportJob job(ImportId id) {
        return imports.one(ACTOR, id).job();
    }

    private int cities() {
        return ports.cities()
                .list(CityFilter.ALL, CitySort.BY_ID, Scroll.first(2 * ROWS))
                .size();
    }

    @Test
    void oneIsRunAfterTheOtherAndItsProgressIsSeen() {
        ImportId first = request("wait", DRY);
        await(lines.reached);
        ImportId second = request("go", DRY);
        until(() -> job(first).counts().rows() == 2_000);
        assertThat(job(first).state()).isEqualTo(ImportState.RUNNING);
        assertThat(job(second).state()).isEqualTo(ImportState.QUEUED);
        lines.goOn.countDown();
        assertThat(ended(first).counts().inserted()).isEqualTo(ROWS);
        assertThat(ended(second).counts().inserted()).isEqualTo(ROWS);
        assertThat(cities()).as("of dry runs").isZero();
        ImportId third = request("go");
        assertThat(ended(third).counts().inserted()).isEqualTo(ROWS);
        assertThat(cities()).isEqualTo(ROWS);
    }

    /** The store goes away amid the commit, which stays. */
    @Test
    void oneThatWasStoredThoughNobodyHeardOfItKeepsItsRows() {
        Node there = new Node("there", unheardWork(), ports.imports(), ports.drafts(), new MemoryImportFiles());
        ImportId id = request(importsOf(there), "bad", SKIP);
        assertThat(ended(id).state()).isEqualTo(ImportState.SUCCEEDED);
        until(() -> there.files.size() == 0);
        assertThat(cities()).isEqualTo(ROWS - 1);
        assertThat(ports.imports().rows(id, RowOutcome.REJECTED, 0, 10)).hasSize(1);
    }

    /** And somebody has taken the import back before its node could ask how it ended. */
    @Test
    void oneThatWasUndoneBeforeItsNodeHeardOfItKeepsItsRows() {
        ImportJobs late = new DelegatingImportJobs(ports.imports()) {
            @Override
            public boolean replace(ImportJob next, Set<ImportState> from) {
                if (next.state() == ImportState.FAILED) {
                    ImportJob stored = find(next.id()).orElseThrow();
                    super.replace(stored.undone(List.of()), Set.of(ImportState.SUCCEEDED));
                }
                return super.replace(next, from);
            }
        };
        Node there = new Node("there", unheardWork(), late, ports.drafts(), new MemoryImportFiles());
        ImportId id = request(importsOf(there), "bad", SKIP);
        assertThat(ended(id).state()).isEqualTo(ImportState.UNDONE);
        assertThat(ports.imports().rows(id, RowOutcome.REJECTED, 0, 10)).hasSize(1);
    }

    /** The store goes away amid a trial, and once more when that was just told. */
    @Test
    void oneThatFailedKeepsNoRowsThoughNobodyHeardThatItWasTold() {
        AtomicInteger kept = new AtomicInteger();
        AtomicBoolean told = new AtomicBoolean();
        ImportJobs leaving = new DelegatingImportJobs(ports.imports()) {
            @Override
            public void keep(ImportId id, List<ImportRow> rows) {
                if (kept.incrementAndGet() == 3) {
                    throw new Rejection.Unavailable(new ConnectException("gone"));
                }
                super.keep(id, rows);
            }

            @Override
            public boolean replace(ImportJob next, Set<ImportState> from) {
                boolean replaced = super.replace(next, from);
                if (next.state() == ImportState.FAILED && !told.getAndSet(true)) {
                    assertThat(rows(next.id(), null, 0, 10)).as("kept so far").isNotEmpty();
                    throw new Rejection.Unavailable(Dependency.OUTCOME, new ConnectException("gone"));
                }
                return replaced;
            }
        };
        Node there = new Node("there", ports.work(), leaving, ports.drafts(), new MemoryImportFiles());
        ImportId id = request(importsOf(there), "go", DRY);
        assertThat(ended(id).state()).isEqualTo(ImportState.FAILED);
        assertThat(told).isTrue();
        assertThat(ports.imports().rows(id, null, 0, 10)).isEmpty();
    }

    /** Does its work, and is told that nobody knows whether it was done. */
    private UnitOfWork unheardWork() {
        return new UnitOfWork() {
            @Override
            public <T> T write(Supplier<T> work) {
                ports.work().write(work);
                throw new Rejection.Unavailable(Dependency.OUTCOME, new ConnectException("gone"));
            }

            @Override
            public <T> T read(Supplier<T> work) {
                return ports.work().read(work);
            }
        };
    }

    /** While it waits for its turn. */
    @ParameterizedTest
    @CsvSource({"disabled, WITHDRAWN", "viewer, WITHDRAWN", "admin,"})
    void oneWhoseOwnerHasLostTheRightIsNotDone(String became, @Nullable Fault fault) {
        User editor = ada.signedIn().with(ada.signedIn().account().withRole(Role.EDITOR));
        keep(editor);
        Actor owner = new Actor(editor, editor.role().permissions(), Door.API);
        request("wait", DRY);
        await(lines.reached);
        ImportId id = request(imports, owner, "go", ORDER);
        Account account = editor.account();
        keep(editor.with(
                became.equals("disabled")
                        ? account.withDisabled(true)
                        : account.withRole(Role.valueOf(became.toUpperCase(Locale.ROOT)))));
        lines.goOn.countDown();
        ImportJob job = ended(id);
        assertThat(job.state()).isEqualTo(fault == null ? ImportState.SUCCEEDED : ImportState.FAILED);
        assertThat(job.faults()).isEqualTo(fault == null ? List.of() : List.of(RowFault.of(0, fault, Map.of())));
        assertThat(cities()).isEqualTo(fault == null ? ROWS : 0);
    }

    private void keep(User user) {
        ports.work().write(() -> {
            ports.users().save(user);
            return user;
        });
    }

    @Test
    void oneThatWaitsIsCancelledAtOnce() {
        request("wait", DRY);
        await(lines.reached);
        for (int i = 0; i < 500; i++) {
            ImportId second = request("go");
            imports.cancel(ACTOR, second);
            assertThat(job(second).state()).isEqualTo(ImportState.CANCELLED);
            assertThatThrownBy(() -> imports.cancel(ACTOR, second)).isInstanceOf(Rejection.WrongState.class);
        }
        lines.goOn.countDown();
        until(() -> here.files.size() == 0);
        assertThat(cities()).isZero();
    }

    @Test
    void oneThatRunsIsCancelledAndNothingOfItIsStored() {
        ImportId id = request("wait");
        await(lines.reached);
        Thread cancelling = new Thread(() -> imports.cancel(ACTOR, id));
        cancelling.start();
        until(() ->
                cancelling.getState() == Thread.State.TIMED_WAITING || cancelling.getState() == Thread.State.WAITING);
        lines.goOn.countDown();
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
        await(lines.reached);
        Thread ending = new Thread(here.worker::end);
        ending.start();
        until(() -> ending.getState() == Thread.State.TIMED_WAITING);
        lines.goOn.countDown();
        ImportJob job = ended(id);
        assertThat(job.state()).isEqualTo(ImportState.FAILED);
        assertThat(job.faults()).extracting(fault -> fault.fault()).containsExactly(Fault.ABANDONED);
        assertThat(cities()).isZero();
        noneIsTaken();
    }

    @Test
    void oneThatIsCancelledMakesRoomForAnother() {
        request("wait", DRY);
        ImportId second = request("go", DRY);
        for (int i = 2; i < 20; i++) {
            request("go", DRY);
        }
        imports.cancel(ACTOR, second);
        until(() -> here.files.size() == 19);
        until(() -> isTaken());
    }

    private void noneIsTaken() {
        assertThatThrownBy(() -> request("go"))
                .isInstanceOfSatisfying(
                        Rejection.Unavailable.class,
                        refused -> assertThat(refused.needed()).isEqualTo(Dependency.IMPORT));
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
        ImportCities hasty = new ImportCities(here.parts, here.worker, Duration.ofMillis(10));
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
        await(lines.reached);
        lines.goOn.countDown();
        // Another node thinks that this one has ended, before it has.
        ImportJob lost = job(id).ended(ImportState.FAILED, ImportCounts.NONE, List.of(), List.of(), clock.instant());
        boolean before = ports.imports().replace(lost, Set.of(ImportState.RUNNING));
        until(() -> here.files.size() == 0);
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
        assertThat(unforeseen.remove(0)).hasMessage("A fault of the program");
        assertThat(ended(request("go")).state()).isEqualTo(ImportState.SUCCEEDED);
    }

    @Test
    void aFileThatCannotBeReadFailsTheImport() {
        Node broken = new Node("broken", ports.drafts(), new MemoryImportFiles() {
            @Override
            public InputStream open(String name) throws IOException {
                throw new IOException("The disk is broken");
            }
        });
        ImportJob job = ended(request(importsOf(broken), "go", ORDER));
        assertThat(job.state()).isEqualTo(ImportState.FAILED);
        assertThat(job.faults()).extracting(fault -> fault.fault()).containsExactly(Fault.STORE);
        until(() -> broken.files.size() == 0);
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
        noneIsTaken();
    }

    @Test
    void theImportsOfANodeThatIsSilentFail() {
        ImportId silent = ports.imports()
                .add(ORDER, null, "elsewhere", 1, clock.instant())
                .id();
        ImportId alive =
                ports.imports().add(ORDER, null, "there", 1, clock.instant()).id();
        LostImports lost = new LostImports(ports.imports(), here.worker, Duration.ofMillis(300));
        until(() -> {
            ports.imports().beat(alive, ImportCounts.NONE);
            lost.look();
            return job(silent).state() == ImportState.FAILED;
        });
        assertThat(job(silent).faults()).extracting(fault -> fault.fault()).containsExactly(Fault.ABANDONED);
        assertThat(job(alive).state()).isEqualTo(ImportState.QUEUED);
        here.worker.abandonAll();
        assertThat(job(alive).state()).isEqualTo(ImportState.FAILED);
    }

    @Test
    void oneOfAnotherNodeIsAskedToEnd() {
        ImportId id = ports.imports()
                .add(ORDER, null, "elsewhere", 1, clock.instant())
                .id();
        imports.cancel(ACTOR, id);
        assertThat(ports.imports().askedToCancel()).containsExactly(id);
        ImportId own = request("wait");
        await(lines.reached);
        lines.goOn.countDown();
        ended(own);
    }
}
