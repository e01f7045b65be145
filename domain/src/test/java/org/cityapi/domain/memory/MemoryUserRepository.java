package org.cityapi.domain.memory;

import java.util.Optional;
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
}
