package org.cityapi.application.imports;

import java.time.Clock;
import org.cityapi.application.KeyedWrites;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.ImportDrafts;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportJobs;

/**
 * What imports need.
 *
 * @param node names this process among those that share the store
 * @param maxBytes how many a file may have, unpacked
 */
public record ImportParts(
        UnitOfWork work,
        ManyCities cities,
        ChangeLog changes,
        ImportJobs jobs,
        ImportDrafts drafts,
        ImportFiles files,
        CityFiles formats,
        KeyedWrites keyed,
        KnownUsers users,
        Clock clock,
        String node,
        long maxBytes) {}
