package org.cityapi.domain.memory;

import java.util.List;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeLog;
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
    public List<Change> of(CityId city) {
        return store.seen().changes.stream()
                .filter(change -> city.equals(change.city()))
                .toList();
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
