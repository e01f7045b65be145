package org.cityapi.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.change.Change;
import org.cityapi.domain.change.ChangeFilter;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.change.LoggedChange;
import org.cityapi.domain.city.CityId;

/** A log that can be read and takes nothing more. */
record BrokenLog(ChangeLog log) implements ChangeLog {

    @Override
    public void append(Change change) {
        throw new IllegalStateException("The disk is full");
    }

    @Override
    public long last() {
        return log.last();
    }

    @Override
    public List<LoggedChange> latest(CityId city, long before, int max) {
        return log.latest(city, before, max);
    }

    @Override
    public List<LoggedChange> find(ChangeFilter filter, long before, int max) {
        return log.find(filter, before, max);
    }

    @Override
    public List<LoggedChange> deletions(long before, int max) {
        return log.deletions(before, max);
    }

    @Override
    public Optional<Change> ofVersion(CityId city, long version) {
        return log.ofVersion(city, version);
    }

    @Override
    public Map<CityId, Change> firstOf(Collection<CityId> cities) {
        return log.firstOf(cities);
    }

    @Override
    public List<LoggedChange> after(long sequence, int max) {
        return log.after(sequence, max);
    }

    @Override
    public List<LoggedChange> before(long sequence, int max) {
        return log.before(sequence, max);
    }

    @Override
    public boolean tellsOf(CityId city) {
        return log.tellsOf(city);
    }

    @Override
    public boolean isEmpty() {
        return log.isEmpty();
    }
}
