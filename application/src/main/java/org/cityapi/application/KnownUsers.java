package org.cityapi.application;

import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserRepository;

/** Recognizes whom a provider vouches for, and remembers who changed the register. */
public final class KnownUsers {

    private final UserRepository users;

    public KnownUsers(UserRepository users) {
        this.users = users;
    }

    /**
     * The actor behind an access token: what the token grants and what the user's stored role grants, together.
     *
     * @param told what the token tells of the user
     * @param granted the permissions that the token carries
     * @throws Rejection.InvalidToken when the account is disabled
     */
    public Actor recognize(Identity told, Set<Permission> granted, Door door) {
        User user = users.find(told.id()).map(known -> known.seenAs(told)).orElseGet(() -> User.first(told));
        if (user.account().disabled()) {
            throw new Rejection.InvalidToken("The account is disabled");
        }
        return new Actor(user, user.permissionsWith(granted), door);
    }

    /** Keeps the actor's user, within the transaction of his write, so that a change's maker can be named later. */
    void remember(Actor actor) {
        User user = actor.user();
        if (user == null) {
            return;
        }
        Optional<User> known = users.find(user.id());
        User now = known.map(before -> before.seenAs(user.told())).orElse(user);
        if (!known.equals(Optional.of(now))) {
            users.save(now);
        }
    }
}
