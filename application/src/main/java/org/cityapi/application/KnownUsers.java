package org.cityapi.application;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserRepository;

/**
 * Recognizes whom a provider vouches for, and remembers who changed the register or saw what is not for everybody: only
 * who is remembered can be disabled.
 */
public final class KnownUsers {

    private final UserRepository users;
    private final Clock clock;
    private final NotedUses notes;

    public KnownUsers(UnitOfWork work, UserRepository users, Clock clock) {
        this.users = users;
        this.clock = clock;
        notes = new NotedUses(work);
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

    /**
     * The actor's user, who is remembered from now on. Only news of him are a write, and while the store takes none he is
     * shown what he asks for all the same.
     *
     * @throws Rejection.NotSignedIn when nobody is signed in
     */
    public User present(Actor actor) {
        User user = actor.signedIn();
        if (news(user).isPresent()) {
            notes.add(KeptTime.now(clock), () -> remember(actor));
        }
        return user;
    }

    /** Keeps the actor's user, within the transaction of his write, so that a change's maker can be named later. */
    void remember(Actor actor) {
        if (actor.user() != null) {
            news(actor.user()).ifPresent(users::save);
        }
    }

    /** The user as he is to be kept; empty when he is kept like that. */
    private Optional<User> news(User user) {
        Optional<User> known = users.find(user.id());
        User now = known.map(before -> before.seenAs(user.told())).orElse(user);
        return known.equals(Optional.of(now)) ? Optional.empty() : Optional.of(now);
    }
}
