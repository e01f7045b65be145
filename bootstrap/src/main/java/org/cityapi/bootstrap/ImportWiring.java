package org.cityapi.bootstrap;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.cityapi.application.ChangeNews;
import org.cityapi.application.KeyedWrites;
import org.cityapi.application.KnownUsers;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.application.imports.ImportParts;
import org.cityapi.application.imports.ImportWorker;
import org.cityapi.application.imports.PrepareImports;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.persistence.cache.NearCache;
import org.cityapi.web.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds what imports need. */
@Factory
final class ImportWiring {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWiring.class);

    /** Names this process among those that share a database. */
    private static final String NODE = UUID.randomUUID().toString();

    @Singleton
    ImportParts importParts(
            NearCache near,
            ChangeNews news,
            ManyCities many,
            ChangeLog changes,
            ImportJobs jobs,
            ImportDrafts drafts,
            ImportFiles files,
            CityFiles formats,
            KeyedWrites keyed,
            KnownUsers users,
            Clock clock,
            @Value("${" + ServerSettings.MOST_IMPORTED + "}") long maxBytes) {
        return new ImportParts(
                news.announcing(near.work()),
                near.many(many),
                changes,
                jobs,
                drafts,
                files,
                formats,
                keyed,
                users,
                clock,
                NODE,
                maxBytes);
    }

    @Singleton
    ImportWorker importWorker(ImportParts parts) {
        return new ImportWorker(parts, failure -> LOG.error("An import ended unforeseen", failure));
    }

    @Singleton
    ImportCities importCities(
            ImportParts parts, ImportWorker worker, @Value("${city-api.imports.undo-patience}") Duration patience) {
        return new ImportCities(parts, worker, patience);
    }

    @Singleton
    PrepareImports prepareImports(ImportParts parts, ImportWorker worker) {
        return new PrepareImports(parts, worker);
    }
}
