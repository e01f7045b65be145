package org.cityapi.domain.user;

import java.util.Optional;

/**
 * Keeps users.
 *
 * <p>Both methods join the {@link org.cityapi.domain.UnitOfWork} that is open on the thread, and throw {@link
 * org.cityapi.domain.rejection.Rejection.Unavailable} when the store cannot be reached.
 */
public interface UserRepository {

    /** The user of that id; empty when none was saved. */
    Optional<User> find(UserId id);

    /**
     * Adds the user, or puts him in the place of the one with his id.
     *
     * @throws IllegalStateException outside of work that writes
     */
    void save(User user);
}
