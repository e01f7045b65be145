package org.cityapi.application;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
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
        if (news(user, actor).isPresent()) {
            notes.add(KeptTime.now(clock), () -> remember(actor));
        }
        return user;
    }

    /**
     * Whether the actor may still do what he might when he was recognized: his account was not disabled since, and what his
     * role granted it grants now. What his token alone granted stands.
     */
    public boolean stillHas(Permission permission, Actor before) {
        User then = before.user();
        if (then == null) {
            return before.permissions().contains(permission);
        }
        User now = users.find(then.id()).orElse(then);
        return !now.account().disabled()
                && now.permissionsWith(grantedTo(before, then)).contains(permission);
    }

    /** A user who is kept; empty for one who never was. */
    public Optional<User> find(UserId id) {
        return users.find(id);
    }

    /** What a user is called now; one who was never kept is called by his id. */
    public String name(UserId id) {
        return users.find(id).map(User::name).orElse(id.value());
    }

    /**
     * Keeps the actor's user, within the transaction of his write, so that a change's maker can be named later; and what his
     * provider grants him now, for his API tokens.
     */
    public void remember(Actor actor) {
        User user = actor.user();
        if (user != null) {
            news(user, actor).ifPresent(users::save);
        }
    }

    /** The user as he is to be kept; empty when he is kept like that. */
    private Optional<User> news(User user, Actor actor) {
        Optional<User> known = users.find(user.id());
        User seen = known.map(before -> before.seenAs(user.told())).orElse(user);
        User now = actor.byAccessToken() ? seen.with(seen.account().withGranted(grantedTo(actor, user))) : seen;
        return known.equals(Optional.of(now)) ? Optional.empty() : Optional.of(now);
    }

    /**
     * What the provider granted by the access token that is shown: it takes the place of what it granted before, so that
     * nothing outlives its withdrawal for longer than the provider's next word. What his role granted when he was recognized
     * is no part of that.
     */
    private static Set<Permission> grantedTo(Actor actor, User recognized) {
        Set<Permission> granted = new HashSet<>(actor.permissions());
        granted.removeAll(recognized.role().permissions());
        return granted;
    }
}
