package org.cityapi.web.v2;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.imports.ImportCounts;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.domain.user.UserId;
import org.cityapi.web.Messages;
import org.jspecify.annotations.Nullable;

/** Imports in words. */
@Singleton
public final class ImportTexts {

    private final Messages messages;

    ImportTexts(Messages messages) {
        this.messages = messages;
    }

    ImportV2 job(ImportCities.Told told, Locale language) {
        ImportJob job = told.job();
        ImportOrder order = job.order();
        ImportCounts counts = job.counts();
        UserId by = job.by();
        boolean undone = job.state() == ImportState.UNDONE;
        return new ImportV2(
                job.id().value(),
                key(job.state()),
                key(order.mode()),
                order.dryRun(),
                key(order.onError()),
                order.ignoreUnknown(),
                key(order.format()),
                by == null || told.maker() == null ? null : new MakerV2(by.value(), told.maker()),
                counts.bytes(),
                job.bytesTotal(),
                counts.rows(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                job.faults().stream().map(fault -> error(fault, language)).toList(),
                job.createdAt().toString(),
                time(job.startedAt()),
                time(job.finishedAt()),
                undone ? left(told) : null,
                undone ? (Integer) job.left().size() : null);
    }

    private static List<ImportV2.Left> left(ImportCities.Told told) {
        return told.left().entrySet().stream()
                .map(city -> new ImportV2.Left(city.getKey(), city.getValue().orElse(null)))
                .toList();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** A row, with its cells by the names of their columns. */
    ImportRowV2 row(ImportRow row, ImportJob job, Locale language) {
        CityId city = row.city();
        CityDetails after = row.after();
        boolean unchanged = row.outcome() == RowOutcome.UNCHANGED;
        return new ImportRowV2(
                row.number(),
                row.line(),
                key(row.outcome()),
                city == null ? null : city.value(),
                after == null ? null : after.name().value(),
                unchanged ? Map.of() : FieldChangeV2.of(row.before(), after),
                cells(row, job),
                row.faults().stream().map(fault -> error(fault, language)).toList());
    }

    private static @Nullable Map<String, String> cells(ImportRow row, ImportJob job) {
        if (row.outcome() != RowOutcome.REJECTED) {
            return null;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int place = 0; place < Math.min(job.columns().size(), row.cells().size()); place++) {
            String cell = row.cells().get(place);
            if (cell != null) {
                cells.put(job.columns().get(place), cell);
            }
        }
        return cells;
    }

    private ImportV2.Problem error(RowFault fault, Locale language) {
        return new ImportV2.Problem(
                fault.row() == 0 ? null : (Long) fault.row(),
                fault.line() == 0 ? null : (Long) fault.line(),
                fault.column(),
                fault.value(),
                text(fault, language));
    }

    /** What a row makes of a city, in one text, such as {@code population: 20 -> 25; geonameId: - -> 7}. */
    public String changes(ImportRow row) {
        return FieldChangeV2.of(row.before(), row.after()).entrySet().stream()
                .map(field -> field.getKey() + ": " + value(field.getValue().from()) + " -> "
                        + value(field.getValue().to()))
                .collect(Collectors.joining("; "));
    }

    private static String value(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    /** Why a row is refused, in one text. */
    public String reason(List<RowFault> faults, Locale language) {
        StringBuilder reason = new StringBuilder();
        for (RowFault fault : faults) {
            reason.append(reason.isEmpty() ? "" : "; ")
                    .append(fault.column() == null ? "" : fault.column() + ": ")
                    .append(text(fault, language));
        }
        return reason.toString();
    }

    /** What is wrong there, without saying where. */
    public String text(RowFault fault, Locale language) {
        Map<String, Object> values = new HashMap<>(fault.details());
        values.computeIfPresent("expected", (name, type) -> messages.get(language, "type." + type, Map.of()));
        String kind = fault.column() == null ? "file." : "fault.";
        return messages.get(language, kind + fault.fault().code(), values);
    }
}
