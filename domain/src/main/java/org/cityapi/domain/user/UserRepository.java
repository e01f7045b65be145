package org.cityapi.domain.user;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps users.
 *
 * <p>All methods join the {@link org.cityapi.domain.UnitOfWork} that is open on the thread, and throw {@link
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

    /**
     * Users in the order of their ids.
     *
     * @param after the id behind which the page begins; null for the first page
     * @param limit at most so many, at least 1
     */
    List<User> page(@Nullable UserId after, int limit);

    /** Whether anybody else has the role of an administrator and is not disabled. */
    boolean hasAdministratorBeside(UserId id);
}
