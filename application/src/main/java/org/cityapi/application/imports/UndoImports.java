package org.cityapi.application.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.application.KeptTime;
import org.cityapi.application.KnownUsers;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.change.LoggedChange;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.GeonameId;
import org.cityapi.domain.city.ManyCities;
import org.cityapi.domain.city.ManyCities.Replacement;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportJobs;
import org.cityapi.domain.imports.ImportState;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;

/** Takes a whole import back, the last change first; cities that were edited since are left as they are. */
final class UndoImports {

    private static final int AT_A_TIME = 1_000;

    /** What was changed more often since counts as edited. */
    private static final int MOST_LATER = 100;

    /** So long it waits for an import that is being stored: whoever wants it hears of that. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final PatientWork work;
    private final ManyCities cities;
    private final ChangeLog changes;
    private final ImportJobs jobs;
    private final KnownUsers users;
    private final Clock clock;

    UndoImports(ImportParts parts) {
        work = new PatientWork(parts.work());
        cities = parts.cities();
        changes = parts.changes();
        jobs = parts.jobs();
        users = parts.users();
        clock = parts.clock();
    }

    /** @throws Rejection.WrongState when nothing of it is stored */
    ImportJob undo(Actor actor, ImportJob wanted) {
        return work.write(PATIENCE, () -> {
            ImportJob job = jobs.find(wanted.id()).orElse(wanted);
            if (job.state() != ImportState.SUCCEEDED || job.order().dryRun()) {
                String state = job.order().dryRun() ? "dry_run" : ImportCities.key(job.state());
                throw new Rejection.WrongState(
                        new Thing("import", Long.toString(job.id().value())), state);
            }
            users.remember(actor);
            List<Long> left = new ArrayList<>();
            cities.together(writes -> takeBack(actor, job, left, writes));
            ImportJob undone = job.undone(left);
            jobs.replace(undone, Set.of(ImportState.SUCCEEDED));
            return undone;
        });
    }

    private int takeBack(Actor actor, ImportJob job, List<Long> left, ManyCities.Writes writes) {
        Instant now = KeptTime.now(clock);
        long place = job.lastChange() + 1;
        while (place > job.firstChange()) {
            List<LoggedChange> some = changes.before(place, AT_A_TIME).stream()
                    .filter(logged -> logged.sequence() >= job.firstChange())
                    .toList();
            if (some.isEmpty()) {
                break;
            }
            takeBack(actor, some, now, left, writes);
            place = some.get(some.size() - 1).sequence();
        }
        return left.size();
    }

    private void takeBack(
            Actor actor, List<LoggedChange> some, Instant now, List<Long> left, ManyCities.Writes writes) {
        Map<CityId, City> present = cities.find(some.stream()
                .map(logged -> Objects.requireNonNull(logged.change().city()))
                .collect(Collectors.toSet()));
        List<City> doomed = new ArrayList<>();
        List<Replacement> replacements = new ArrayList<>();
        for (LoggedChange logged : some) {
            Change change = logged.change();
            CityId id = Objects.requireNonNull(change.city());
            City city = present.get(id);
            CityDetails before = change.before();
            if (city == null || !isAsMade(city, change)) {
                left.add(id.value());
            } else if (before == null) {
                doomed.add(city);
            } else {
                replacements.add(new Replacement(city, city.with(before, now)));
            }
        }
        writes.delete(doomed);
        List<Replacement> possible = possible(replacements, left);
        writes.replace(possible);
        changes.appendAll(Stream.concat(
                        doomed.stream().map(city -> Change.deleted(city, now, actor)),
                        possible.stream().map(each -> Change.restored(each.before(), each.next(), actor)))
                .toList());
    }

    /** Whether it is as the change made it: nothing came afterwards, or imports alone, all of which were taken back. */
    private boolean isAsMade(City city, Change change) {
        long later = city.version() - change.version();
        return later == 0
                || (later <= MOST_LATER && city.details().equals(change.after()) && wereTakenBack(city, (int) later));
    }

    /** Whether its last changes came by files, and each that was made was taken back; what people restore has another door. */
    private boolean wereTakenBack(City city, int last) {
        List<Change> some = changes.latest(city.id(), Long.MAX_VALUE, last).stream()
                .map(LoggedChange::change)
                .toList();
        long back =
                some.stream().filter(each -> each.action() == Action.RESTORE).count();
        return 2 * back == last && some.stream().allMatch(each -> each.door() == Door.IMPORT);
    }

    /** Those whose number has gone to no other city since. */
    private List<Replacement> possible(List<Replacement> wanted, List<Long> left) {
        Map<GeonameId, CityId> holders = new HashMap<>();
        cities.withGeonameIds(wanted.stream()
                        .flatMap(each -> Stream.ofNullable(each.next().details().geonameId()))
                        .collect(Collectors.toSet()))
                .forEach((number, city) -> holders.put(number, city.id()));
        List<Replacement> possible = new ArrayList<>();
        for (Replacement each : wanted) {
            CityId id = each.before().id();
            GeonameId number = each.next().details().geonameId();
            if (number != null && !holders.getOrDefault(number, id).equals(id)) {
                left.add(id.value());
                continue;
            }
            possible.add(each);
            GeonameId given = each.before().details().geonameId();
            if (given != null && !given.equals(number)) {
                holders.remove(given);
            }
            if (number != null) {
                holders.put(number, id);
            }
        }
        return possible;
    }
}
