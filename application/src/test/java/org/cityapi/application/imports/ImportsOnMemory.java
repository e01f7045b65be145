package org.cityapi.application.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.cityapi.application.KeyedWrites;
import org.cityapi.application.KnownUsers;
import org.cityapi.application.MovedClock;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.memory.MemoryImportFiles;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.junit.jupiter.api.AfterEach;

/** Tests of imports on nodes that share a store in memory; Ada may import. */
abstract class ImportsOnMemory {

    static final FileOutline.Choice COLUMNS = new FileOutline.Choice(CityLines.FIELDS, true);
    static final ImportDraft.Wishes USUAL = ImportDraft.Wishes.USUAL;

    final Ports ports = Ports.inMemory();
    final MovedClock clock = new MovedClock(Instant.parse("2026-11-29T08:00:00Z"));
    final CityLines lines = new CityLines();
    final Actor ada = actor("ada");

    /** Faults of the program; a test that brings one about takes it away. */
    final List<Throwable> unforeseen = new CopyOnWriteArrayList<>();

    private final KnownUsers users = new KnownUsers(ports.work(), ports.users(), clock);
    private final List<Node> nodes = new ArrayList<>();

    /** A process that shares the store with others. */
    final class Node {
        final MemoryImportFiles files;
        final ImportParts parts;
        final ImportWorker worker;
        final PrepareImports prepare;

        Node(String name) {
            this(name, ports.drafts(), new MemoryImportFiles());
        }

        Node(String name, ImportDrafts drafts, MemoryImportFiles files) {
            this(name, ports.work(), ports.imports(), drafts, files);
        }

        Node(String name, UnitOfWork work, ImportJobs jobs, ImportDrafts drafts, MemoryImportFiles files) {
            this.files = files;
            parts = new ImportParts(
                    work,
                    ports.many(),
                    ports.changes(),
                    jobs,
                    drafts,
                    files,
                    lines,
                    new KeyedWrites(ports.keptWrites(), clock),
                    users,
                    clock,
                    name,
                    1_000);
            worker = new ImportWorker(parts, unforeseen::add);
            prepare = new PrepareImports(parts, worker);
            nodes.add(this);
        }

        /** Takes a file of Ada's in. */
        ImportDraft take(String text) {
            try {
                return prepare.take(ada, new ByteArrayInputStream(text.getBytes(UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Begins a trial as usual; null when it cannot. */
        ImportId trial(ImportDraft draft) {
            return prepare.choose(ada, draft.id(), COLUMNS, USUAL).trial();
        }

        /** Tries it to the end. */
        ImportId tried(ImportDraft draft) {
            ImportId trial = trial(draft);
            ended(trial);
            return trial;
        }
    }

    @AfterEach
    void end() {
        lines.goOn.countDown();
        nodes.forEach(node -> node.worker.end());
        assertThat(unforeseen).isEmpty();
    }

    /** Somebody who may import. */
    Actor actor(String name) {
        User user = User.first(new Identity("https://issuer.test", name, null, null));
        ports.work().write(() -> {
            ports.users().save(user);
            return user;
        });
        return new Actor(user, EnumSet.of(Permission.IMPORT_CITIES), Door.WEB);
    }

    ImportJob job(ImportId id) {
        return ports.imports().find(id).orElseThrow();
    }

    /** An import that has ended, and no node has anything to do with it any more, nor with others. */
    ImportJob ended(ImportId id) {
        until(() -> !job(id).state().isOpen() && nodes.stream().allMatch(node -> node.worker.isIdle()));
        return job(id);
    }

    boolean isGone(DraftId id) {
        return ports.drafts().find(id).isEmpty();
    }

    static void until(BooleanSupplier done) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(200_000);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
