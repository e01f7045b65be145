package org.cityapi.application.imports;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.cityapi.domain.imports.ImportFiles;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;

/** The open imports of this node, each with its place and its file. */
final class OpenTasks {

    /** How many there may be, that which runs among them. */
    private static final int MOST = 20;

    private final Map<ImportId, ImportTask> tasks = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST);
    private final ImportFiles files;

    OpenTasks(ImportFiles files) {
        this.files = files;
    }

    /** @return whether there was one */
    boolean takePlace() {
        return places.tryAcquire();
    }

    void leavePlace() {
        places.release();
    }

    /** Says that there is no place for another. */
    Rejection full() {
        return new Rejection.Unavailable(
                Dependency.IMPORT, new IllegalStateException(tasks.size() + " imports wait already"));
    }

    /**
     * Adds one that has a place.
     *
     * @return whether it was not there already
     */
    boolean add(ImportTask task) {
        return tasks.putIfAbsent(task.job().id(), task) == null;
    }

    /** Takes one out that has not begun, and keeps its place and its file. */
    void remove(ImportTask task) {
        tasks.remove(task.job().id());
    }

    /** Takes one out that is over, with its place, and its file unless that is kept; nothing happens the second time. */
    void letGo(ImportTask task) {
        if (task.end()) {
            remove(task);
            if (!task.keepsFile()) {
                files.forget(task.file().name());
            }
            leavePlace();
        }
    }

    Optional<ImportTask> find(ImportId id) {
        return Optional.ofNullable(tasks.get(id));
    }

    boolean has(ImportId id) {
        return tasks.containsKey(id);
    }

    Collection<ImportTask> all() {
        return tasks.values();
    }

    /** Whether an open import needs a file. */
    boolean needs(String file) {
        return tasks.values().stream().anyMatch(task -> task.file().name().equals(file));
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }
}
