package org.cityapi.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityapi.domain.imports.ImportState.CANCELLED;
import static org.cityapi.domain.imports.ImportState.FAILED;
import static org.cityapi.domain.imports.ImportState.QUEUED;
import static org.cityapi.domain.imports.ImportState.RUNNING;
import static org.cityapi.domain.imports.ImportState.SUCCEEDED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.Population;
import org.cityapi.domain.city.TimeZoneId;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ImportJobs} promises. */
public abstract class ImportJobsContract {

    private static final Instant AT = Instant.parse("2026-11-29T08:00:00.123Z");
    private static final ImportOrder ORDER =
            new ImportOrder(ImportFormat.CSV, ImportMode.UPSERT, OnError.SKIP, true, false);
    private static final ImportCounts SOME = new ImportCounts(1, 2, 3, 4, 5, 6);
    private static final RowFault FAULT =
            new RowFault(6, 7, "population", "many \u00e9\"\n", Fault.OUT_OF_RANGE, Map.of("min", 0, "max", 5));

    private Ports ports;
    private ImportJobs jobs;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        jobs = ports.imports();
    }

    private ImportJob add() {
        return jobs.add(ORDER, new UserId("ada"), "node 1", 1_234, AT);
    }

    @Test
    void whatIsAddedWaits() {
        ImportJob job = add();
        assertThat(jobs.find(job.id())).contains(job);
        assertThat(job.state()).isEqualTo(QUEUED);
        assertThat(job.order()).isEqualTo(ORDER);
        assertThat(job.by()).isEqualTo(new UserId("ada"));
        assertThat(job.node()).isEqualTo("node 1");
        assertThat(job.bytesTotal()).isEqualTo(1_234);
        assertThat(job.createdAt()).isEqualTo(AT);
        ImportJob other = jobs.add(
                new ImportOrder(ImportFormat.GEOJSON, ImportMode.INSERT, OnError.ABORT, false, true),
                null,
                "node 2",
                0,
                AT);
        assertThat(jobs.find(other.id())).contains(other);
        ColumnMatch match = new ColumnMatch(
                List.of(new ColumnMatch.Column("ville", "name"), new ColumnMatch.Column("\u00e9,\"<", "")), false);
        ImportJob matched = jobs.add(
                new ImportOrder(ImportFormat.JSON, ImportMode.INSERT, OnError.ABORT, true, false, match),
                null,
                "node 2",
                0,
                AT);
        assertThat(jobs.find(matched.id())).contains(matched);
        assertThat(matched.order().match()).isEqualTo(match);
        assertThat(other.id()).isNotEqualTo(job.id());
        assertThat(jobs.find(new ImportId(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void theNewestComeFirst() {
        List<ImportJob> added = IntStream.range(0, 5).mapToObj(i -> add()).toList();
        assertThat(jobs.list(Long.MAX_VALUE, 2)).containsExactly(added.get(4), added.get(3));
        assertThat(jobs.list(added.get(3).id().value(), 9)).containsExactly(added.get(2), added.get(1), added.get(0));
    }

    @Test
    void everythingOfAnImportIsKept() {
        ImportJob job = add();
        ImportJob ended = job.started(AT.plusMillis(1))
                .ended(SUCCEEDED, SOME, List.of("name", "a,\"b"), List.of(FAULT), AT.plusMillis(2))
                .logged(17, 19);
        assertThat(jobs.replace(ended, Set.of(QUEUED))).isTrue();
        assertThat(jobs.find(job.id())).contains(ended);
        ImportJob undone = ended.undone(List.of(5L, 1L << 40));
        assertThat(jobs.replace(undone, Set.of(SUCCEEDED))).isTrue();
        assertThat(jobs.find(job.id())).contains(undone);
    }

    @Test
    void anImportIsReplacedOnlyInTheStateThatIsMeant() {
        ImportJob job = add();
        ImportJob started = job.started(AT);
        assertThat(jobs.replace(started, Set.of(RUNNING))).isFalse();
        assertThat(jobs.replace(started, Set.of(QUEUED, RUNNING))).isTrue();
        assertThat(jobs.replace(job.ended(CANCELLED, SOME, List.of(), List.of(), AT), Set.of(QUEUED)))
                .isFalse();
        assertThat(jobs.find(job.id())).contains(started);
    }

    @Test
    void aBeatIsHeardWhileAnImportIsOpen() {
        ImportJob job = add();
        ImportJob other = add();
        Map<ImportId, Long> before = jobs.beats();
        assertThat(before).containsOnlyKeys(job.id(), other.id());
        jobs.beat(job.id(), SOME);
        assertThat(jobs.beats().get(job.id())).isGreaterThan(before.get(job.id()));
        assertThat(jobs.beats().get(other.id())).isEqualTo(before.get(other.id()));
        assertThat(jobs.find(job.id())).contains(job.with(SOME));
        ImportJob failed = job.ended(FAILED, ImportCounts.NONE, List.of(), List.of(), AT);
        jobs.replace(failed, Set.of(QUEUED));
        jobs.beat(job.id(), SOME);
        assertThat(jobs.find(job.id())).contains(failed);
        assertThat(jobs.beats()).containsOnlyKeys(other.id());
    }

    @Test
    void whoeverRunsAnImportHearsThatItIsToEnd() {
        ImportJob job = add();
        add();
        assertThat(jobs.askedToCancel()).isEmpty();
        jobs.askToCancel(job.id());
        assertThat(jobs.askedToCancel()).containsExactly(job.id());
        jobs.replace(job.ended(CANCELLED, SOME, List.of(), List.of(), AT), Set.of(QUEUED));
        assertThat(jobs.askedToCancel()).isEmpty();
    }

    @Test
    void refusedRowsComeInTheOrderOfTheirNumbers() {
        ImportJob job = add();
        ImportJob other = add();
        ImportRow third = ImportRow.rejected(3, 2, List.of("a", "", "b\"\u00e9\n,"), List.of(FAULT));
        ImportRow fifth =
                ImportRow.rejected(5, 2, List.of(), List.of(RowFault.of(5, Fault.MALFORMED, Map.of()), FAULT));
        ImportRow ninth = ImportRow.rejected(9, 2, List.of("x"), List.of(FAULT));
        jobs.keep(job.id(), List.of(third, fifth));
        jobs.keep(job.id(), List.of(ninth));
        jobs.keep(other.id(), List.of(fifth));
        assertThat(jobs.rows(job.id(), null, 0, 2)).containsExactly(third, fifth);
        assertThat(jobs.rows(job.id(), null, 5, 9)).containsExactly(ninth);
        jobs.forgetRows(job.id());
        assertThat(jobs.rows(job.id(), null, 0, 9)).isEmpty();
        assertThat(jobs.rows(other.id(), null, 0, 9)).containsExactly(fifth);
    }

    @Test
    void rowsAreKeptWithWhatBecomesOfThem() {
        ImportJob job = add();
        CityDetails before = details("Calais");
        CityDetails after = details("Calais-sur-Mer");
        ImportRow first = ImportRow.unchanged(1, 2, new CityId(7), before);
        ImportRow second = ImportRow.updated(2, 3, new CityId(8), before, after);
        ImportRow third = ImportRow.rejected(3, 4, List.of("x"), List.of(FAULT));
        ImportRow fourth = ImportRow.inserted(4, 5, after);
        ImportRow fifth = ImportRow.updated(5, 6, new CityId(9), after, before);
        jobs.keep(job.id(), List.of(first, second, third, fourth, fifth));
        assertThat(jobs.rows(job.id(), null, 0, 9)).containsExactly(first, second, third, fourth, fifth);
        assertThat(jobs.rows(job.id(), RowOutcome.UPDATED, 0, 1)).containsExactly(second);
        assertThat(jobs.rows(job.id(), RowOutcome.UPDATED, 2, 9)).containsExactly(fifth);
        assertThat(jobs.rows(job.id(), RowOutcome.INSERTED, 0, 9)).containsExactly(fourth);
        assertThat(jobs.rows(job.id(), RowOutcome.UNCHANGED, 0, 9)).containsExactly(first);
    }

    private static CityDetails details(String name) {
        return new CityDetails(
                new CityName(name),
                new CountryCode("FR"),
                new Population(7),
                new Coordinates(50_950_000, 1_850_000),
                null,
                new TimeZoneId("Europe/Paris"),
                new GeonameId(3_029_162),
                List.of(new CityName("Calés")));
    }

    @Test
    void refusedRowsAreKeptForAWhile() {
        ImportJob old = add();
        ImportJob young = jobs.add(ORDER, null, "node 1", 1, AT.plusSeconds(60));
        ImportRow row = ImportRow.rejected(3, 2, List.of("a"), List.of(FAULT));
        jobs.keep(old.id(), List.of(row));
        jobs.keep(young.id(), List.of(row));
        jobs.forgetRowsBefore(AT.plusSeconds(60));
        assertThat(jobs.rows(old.id(), null, 0, 9)).isEmpty();
        assertThat(jobs.rows(young.id(), null, 0, 9)).containsExactly(row);
        assertThat(jobs.find(old.id())).isPresent();
    }

    @Test
    void whatIsToldWithinAWorkThatFailsIsNotKept() {
        ImportJob job = add();
        assertThatThrownBy(() -> ports.work().write(() -> {
                    jobs.replace(job.started(AT), Set.of(QUEUED));
                    jobs.keep(job.id(), List.of(ImportRow.rejected(3, 2, List.of(), List.of(FAULT))));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(jobs.find(job.id())).contains(job);
        assertThat(jobs.rows(job.id(), null, 0, 9)).isEmpty();
    }
}
