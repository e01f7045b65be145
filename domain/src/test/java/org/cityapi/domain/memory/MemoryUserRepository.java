package org.cityapi.domain.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.cityapi.domain.user.UserRepository;

/** Users in memory. */
public final class MemoryUserRepository implements UserRepository {

    private final MemoryStore store;

    MemoryUserRepository(MemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(store.seen().users.get(id));
    }

    @Override
    public void save(User user) {
        store.change(state -> state.users.put(user.id(), user));
    }

    @Override
    public List<User> page(UserId after, int limit) {
        return store.seen().users.values().stream()
                .filter(user -> after == null || user.id().value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(user -> user.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean hasAdministratorBeside(UserId id) {
        return store.seen().users.values().stream()
                .anyMatch(user -> !user.id().equals(id)
                        && user.role() == Role.ADMIN
                        && !user.account().disabled());
    }
}
