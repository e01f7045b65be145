package org.cityapi.application.imports;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.jspecify.annotations.Nullable;

/** Judges the rows of one file by what is in the register, and by the rows before. */
final class Judge {

    /** Of numbers that are surely within 63 bits. */
    private static final int MOST_DIGITS = 18;

    private final ManyCities cities;
    private final ImportMode mode;
    private final boolean beganEmpty;
    private final SeenNumbers geonameIds = new SeenNumbers();
    private final SeenNumbers ids = new SeenNumbers();

    /** The ids of cities that were added. */
    private final SeenNumbers own = new SeenNumbers();

    /** Numbers that a row before takes from its city, though the register may not tell so yet. */
    private final Set<GeonameId> freed = new HashSet<>();

    /** @param beganEmpty whether no city was there before this file's: then no row can mean one, and none is looked for */
    Judge(ManyCities cities, ImportMode mode, boolean beganEmpty) {
        this.cities = cities;
        this.mode = mode;
        this.beganEmpty = beganEmpty;
    }

    /** Judges the next rows; the register tells, or does not, what became of those before. */
    Verdicts judge(List<CheckedRow> rows) {
        Present present = new Present(rows);
        Verdicts verdicts = new Verdicts();
        for (CheckedRow row : rows) {
            if (mode == ImportMode.INSERT) {
                insert(row, present, verdicts);
            } else {
                upsert(row, present, verdicts);
            }
        }
        return verdicts;
    }

    private void insert(CheckedRow row, Present present, Verdicts verdicts) {
        CityDetails details = row.details();
        if (details == null) {
            verdicts.reject(row.rejected());
            return;
        }
        GeonameId geonameId = details.geonameId();
        if (geonameId != null && !geonameIds.add(geonameId.value(), row.row())) {
            verdicts.reject(row.rejected(fault(row, "geonameId", Fault.TWICE)));
        } else if (geonameId != null && present.byGeonameId.containsKey(geonameId)) {
            verdicts.reject(row.rejected(fault(row, "geonameId", Fault.TAKEN)));
        } else {
            verdicts.add(row.row(), details);
        }
    }

    private void upsert(CheckedRow row, Present present, Verdicts verdicts) {
        City city = present.meant(row).orElse(null);
        CheckedRow checked = city == null ? row : row.over(city.details());
        CityDetails details = checked.details();
        if (details == null) {
            boolean isOfNobody = city == null && row.id().isPresent() && row.isIncomplete();
            verdicts.reject(isOfNobody ? row.rejected(fault(row, "id", Fault.UNKNOWN)) : checked.rejected());
            return;
        }
        GeonameId told = row.row().given().contains("geonameId") ? details.geonameId() : null;
        if (told != null && !geonameIds.add(told.value(), row.row())) {
            verdicts.reject(row.rejected(fault(row, "geonameId", Fault.TWICE)));
        } else if (city == null) {
            verdicts.add(row.row(), details);
        } else if (!ids.add(city.id().value(), row.row())) {
            verdicts.reject(row.rejected(fault(row, "id", Fault.TWICE)));
        } else if (verdicts.change(row.row(), city, details)) {
            present.free(city, details.geonameId());
        }
    }

    /** Notes cities that rows of this file have become: no row means them by their ids, for its writer knew none. */
    void noteAdded(List<City> added) {
        added.forEach(city -> own.add(city.id().value(), null));
    }

    private static RowFault fault(CheckedRow row, String field, Fault fault) {
        return row.row().fault(field, fault, Map.of());
    }

    /** The cities that some rows may mean. */
    private final class Present {

        private final Map<GeonameId, City> byGeonameId;
        private final Map<CityId, City> byId;

        Present(List<CheckedRow> rows) {
            byGeonameId = beganEmpty
                    ? Map.of()
                    : cities.withGeonameIds(rows.stream()
                            .flatMap(row -> Stream.ofNullable(geonameId(row)))
                            .collect(Collectors.toSet()));
            byId = beganEmpty || mode == ImportMode.INSERT
                    ? Map.of()
                    : cities.find(rows.stream()
                            .flatMap(row -> row.id().stream())
                            .map(CityId::new)
                            .collect(Collectors.toSet()));
        }

        Optional<City> meant(CheckedRow row) {
            GeonameId geonameId = geonameId(row);
            City holder = geonameId == null || freed.contains(geonameId) ? null : byGeonameId.get(geonameId);
            return Optional.ofNullable(holder)
                    .or(() -> row.id().filter(id -> !own.contains(id)).map(id -> byId.get(new CityId(id))));
        }

        void free(City city, @Nullable GeonameId now) {
            GeonameId before = city.details().geonameId();
            if (before != null && !Objects.equals(before, now)) {
                freed.add(before);
            }
            if (now != null) {
                freed.remove(now);
            }
        }
    }

    /** The number that a row tells, be the row otherwise faulty; null where it tells none. */
    private static @Nullable GeonameId geonameId(CheckedRow row) {
        CityDetails details = row.details();
        if (details != null) {
            return details.geonameId();
        }
        BigDecimal told = row.row().draft().geonameId();
        return told != null && told.scale() <= 0 && told.signum() > 0 && told.precision() - told.scale() <= MOST_DIGITS
                ? new GeonameId(told.longValueExact())
                : null;
    }
}
