package org.cityapi.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.cityapi.domain.user.UserRepository;
import org.jspecify.annotations.Nullable;

/** Shows administrators the users, gives users roles, and keeps users out. All of it needs {@code manage:users}. */
public final class ManageUsers {

    private final UnitOfWork work;
    private final UserRepository users;
    private final KnownUsers known;
    private final Sessions sessions;
    private final SecurityLog log;

    public ManageUsers(UnitOfWork work, UserRepository users, KnownUsers known, Sessions sessions, SecurityLog log) {
        this.work = work;
        this.users = users;
        this.known = known;
        this.sessions = sessions;
        this.log = log;
    }

    /**
     * What to change of a user.
     *
     * @param role null leaves it
     * @param disabled null leaves it
     */
    public record Wanted(@Nullable Role role, @Nullable Boolean disabled) {}

    /**
     * Users in the order of their ids, and one more than the limit where there are more.
     *
     * @param after the id behind which they begin; null from the start
     */
    public List<User> list(Actor actor, @Nullable UserId after, int limit) {
        demandManager(actor);
        return users.page(after, limit + 1);
    }

    /** @throws Rejection.NotFound when there is no such user */
    public User one(Actor actor, UserId id) {
        demandManager(actor);
        return find(id);
    }

    /**
     * Changes a user at once, on every session and token of his; one who is disabled loses his sessions.
     *
     * @param wanted reads what to change, and then tells it of the user as he is now
     * @throws Rejection.NotFound when there is no such user
     * @throws Rejection.LastAdministrator when nobody would be left who may manage users
     * @throws Rejection.OwnAccount when the actor would keep himself out, or take rights from himself
     */
    public User change(Actor actor, UserId id, Supplier<Function<User, Wanted>> wanted) {
        demandManager(actor);
        Function<User, Wanted> change = wanted.get();
        List<SecurityEvent> events = new ArrayList<>();
        User changed = work.write(() -> {
            User user = find(id);
            Account account = applied(change.apply(user), user.account());
            if (account.equals(user.account())) {
                return user;
            }
            if (isAdministrator(user.account()) && !isAdministrator(account) && !isManagerLeft(actor, id)) {
                throw new Rejection.LastAdministrator();
            }
            if (id.equals(actor.userId()) && takesAway(user.account(), account)) {
                throw new Rejection.OwnAccount();
            }
            User now = user.with(account);
            users.save(now);
            if (account.disabled()) {
                sessions.endAll(id);
            }
            events.addAll(events(actor, user, now));
            return now;
        });
        events.forEach(log::record);
        return changed;
    }

    private static Account applied(Wanted change, Account account) {
        Role role = change.role();
        Boolean disabled = change.disabled();
        Account withRole = role == null || role == account.role() ? account : account.withRole(role);
        return disabled == null ? withRole : withRole.withDisabled(disabled);
    }

    private static boolean isAdministrator(Account account) {
        return account.role() == Role.ADMIN && !account.disabled();
    }

    /**
     * Whether somebody beside that user may manage users: an administrator, or whoever does this because his provider lets
     * him, unless he was kept out meanwhile. Who did it by his role here is an administrator still, or none any more.
     */
    private boolean isManagerLeft(Actor actor, UserId id) {
        User by = actor.user();
        return users.hasAdministratorBeside(id)
                || (by != null
                        && !by.id().equals(id)
                        && by.role() != Role.ADMIN
                        && users.find(by.id())
                                .filter(kept -> kept.account().disabled())
                                .isEmpty());
    }

    /** Whoever does that to himself has made a mistake that he could not mend. */
    private static boolean takesAway(Account before, Account after) {
        return (after.disabled() && !before.disabled())
                || !after.role().permissions().containsAll(before.role().permissions());
    }

    private static List<SecurityEvent> events(Actor actor, User before, User after) {
        List<SecurityEvent> events = new ArrayList<>();
        String target = after.id().value();
        if (before.role() != after.role()) {
            events.add(SecurityEvent.roleChanged(actor.userId(), before, after));
        }
        if (before.account().disabled() != after.account().disabled()) {
            Kind kind = after.account().disabled() ? Kind.USER_DISABLED : Kind.USER_ENABLED;
            events.add(new SecurityEvent(kind, actor.userId(), Map.of("target", target)));
        }
        return events;
    }

    /** Whoever manages users can be found among them himself, and kept out. */
    private void demandManager(Actor actor) {
        actor.require(Permission.MANAGE_USERS);
        if (actor.user() != null) {
            known.present(actor);
        }
    }

    private User find(UserId id) {
        return users.find(id).orElseThrow(() -> new Rejection.NotFound(new Thing("user", id.value())));
    }
}
