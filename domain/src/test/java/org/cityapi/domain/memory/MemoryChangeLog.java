package org.cityapi.domain.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.change.Action;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeFilter;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.change.LoggedChange;
import org.cityapi.domain.city.CityId;

/** The change log in memory. */
public final class MemoryChangeLog implements ChangeLog {

    private final MemoryStore store;

    MemoryChangeLog(MemoryStore store) {
        this.store = store;
    }

    @Override
    public void append(Change change) {
        store.change(state -> state.changes.add(change));
    }

    @Override
    public long last() {
        return logged().mapToLong(LoggedChange::sequence).max().orElse(0);
    }

    private List<Change> of(CityId city) {
        return store.seen().changes.stream()
                .filter(change -> city.equals(change.city()))
                .toList();
    }

    @Override
    public List<LoggedChange> latest(CityId city, long before, int max) {
        return logged().filter(each -> city.equals(each.change().city()) && each.sequence() < before)
                .sorted(Comparator.comparing(LoggedChange::sequence).reversed())
                .limit(max)
                .toList();
    }

    @Override
    public List<LoggedChange> find(ChangeFilter filter, long before, int max) {
        return logged().filter(each -> filter.passes(each.change()) && each.sequence() < before)
                .sorted(Comparator.comparing(LoggedChange::sequence).reversed())
                .limit(max)
                .toList();
    }

    @Override
    public List<LoggedChange> deletions(long before, int max) {
        return logged().filter(each -> each.change().action() == Action.DELETE && each.sequence() < before)
                .filter(each -> logged().noneMatch(later -> later.sequence() > each.sequence()
                        && Objects.equals(later.change().city(), each.change().city())))
                .sorted(Comparator.comparing(LoggedChange::sequence).reversed())
                .limit(max)
                .toList();
    }

    @Override
    public Optional<Change> ofVersion(CityId city, long version) {
        return of(city).stream().filter(change -> change.version() == version).findFirst();
    }

    @Override
    public Map<CityId, Change> firstOf(Collection<CityId> cities) {
        Map<CityId, Change> first = new HashMap<>();
        cities.forEach(city -> of(city).stream().findFirst().ifPresent(change -> first.put(city, change)));
        return first;
    }

    @Override
    public List<LoggedChange> after(long sequence, int max) {
        return logged().filter(each -> each.sequence() > sequence).limit(max).toList();
    }

    @Override
    public List<LoggedChange> before(long sequence, int max) {
        return logged().filter(each -> each.sequence() < sequence)
                .sorted(Comparator.comparing(LoggedChange::sequence).reversed())
                .limit(max)
                .toList();
    }

    /** All changes, oldest first. */
    private Stream<LoggedChange> logged() {
        List<Change> changes = store.seen().changes;
        return IntStream.range(0, changes.size()).mapToObj(i -> new LoggedChange(i + 1, changes.get(i)));
    }

    @Override
    public boolean tellsOf(CityId city) {
        return !of(city).isEmpty();
    }

    @Override
    public boolean isEmpty() {
        return store.seen().changes.isEmpty();
    }
}
