package org.cityapi.domain.user;

import java.util.Optional;

/** Keeps users. */
public interface UserRepository {

    /** The user of that id; empty when none was saved. */
    Optional<User> find(UserId id);

    /** Adds the user, or puts him in the place of the one with his id. */
    void save(User user);
}
