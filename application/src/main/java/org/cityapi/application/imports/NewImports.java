package org.cityapi.application.imports;

import java.time.Duration;
import java.util.function.Supplier;
import org.cityapi.application.KeptTime;
import org.cityapi.application.KeyedWrites;
import org.cityapi.domain.idempotency.IdempotencyKey;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.user.Actor;

/** Puts imports on record, each once, however often a client that named its request sends it. */
final class NewImports {

    /** So long an order waits for an import that is being stored. */
    private static final Duration RECORDED_WITHIN = Duration.ofSeconds(30);

    private final ImportParts parts;

    NewImports(ImportParts parts) {
        this.parts = parts;
    }

    KeyedWrites.Done<ImportJob> add(Actor actor, WantedImport wanted, ImportFiles.Kept file) {
        Supplier<ImportJob> add = () -> parts.jobs()
                .add(wanted.order(), actor.userId(), parts.node(), file.bytes(), KeptTime.now(parts.clock()));
        String text = wanted.key();
        if (text == null) {
            return new KeyedWrites.Done<>(add.get(), false);
        }
        IdempotencyKey key = new IdempotencyKey(actor.signedIn().id(), text);
        String digest = wanted.digest().get();
        return new PatientWork(parts.work())
                .write(
                        RECORDED_WITHIN,
                        () -> parts.keyed()
                                .once(key, digest, add, job -> job.id().value(), this::recorded));
    }

    private ImportJob recorded(long id) {
        return parts.jobs().find(new ImportId(id)).orElseThrow();
    }
}
