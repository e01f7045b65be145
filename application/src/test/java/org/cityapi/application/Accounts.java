package org.cityapi.application;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cityapi.domain.memory.MemorySecurityLog;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;

/** What people do with accounts, sessions and tokens, over ports in memory, and people who do it. */
final class Accounts {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration ABSOLUTE = Duration.ofHours(8);
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration MILLI = Duration.ofMillis(1);

    static final Identity ADA = new Identity("https://issuer.example", "ada", "Ada", "ada@example.org");
    static final Identity BOB = new Identity("https://issuer.example", "bob", "Bob", "bob@example.org");
    static final Identity CHIEF = new Identity("https://issuer.example", "chief", "Chief", "Info@Example.org");

    final Ports ports = Ports.inMemory();
    final MemorySecurityLog log = new MemorySecurityLog();
    final MovedClock clock = new MovedClock(Register.NOW);
    final FullDisk disk = new FullDisk(ports.work());

    /** Users whose provider is not set any more. */
    final Set<UserId> strangers = new HashSet<>();

    final SignIn signIn;
    final BrowserSessions sessions;
    final KnownUsers known;
    final ManageUsers users;
    final ManageTokens tokens;

    Accounts() {
        this(new Session.Lifetime(IDLE, ABSOLUTE));
    }

    Accounts(Session.Lifetime lifetime) {
        Predicate<User> vouchedFor = user -> !strangers.contains(user.id());
        Set<String> administrators = Set.of("INFO@EXAMPLE.ORG");
        signIn = new SignIn(disk, ports.users(), ports.sessions(), log, administrators, clock);
        sessions = new BrowserSessions(disk, ports.users(), ports.sessions(), log, lifetime, vouchedFor, clock);
        known = new KnownUsers(disk, ports.users(), clock);
        users = new ManageUsers(disk, ports.users(), known, ports.sessions(), log);
        tokens = new ManageTokens(disk, ports.tokens(), ports.users(), known, log, vouchedFor, clock);
    }

    static SignIn.Proof proof(Identity who, Permission... granted) {
        return new SignIn.Proof(who, true, Set.of(granted), "oidc");
    }

    /** Signs in with a browser that had no session. */
    Secret signIn(Identity who, Permission... granted) {
        return signIn.accept(proof(who, granted), "Firefox", null);
    }

    Actor actor(Secret secret) {
        return sessions.recognize(secret).orElseThrow().actor();
    }

    /** One who shows an access token. */
    Actor program(Identity who, Permission... granted) {
        return known.recognize(who, Set.of(granted), Door.API);
    }

    /** The user as he is kept. */
    User kept(Identity who) {
        return ports.users().find(who.id()).orElseThrow();
    }

    Account account(Identity who) {
        return kept(who).account();
    }

    Session session(Secret secret) {
        return ports.sessions().find(SessionId.of(secret)).orElseThrow();
    }

    /** Gives a role as an administrator would, without asking anybody. */
    void give(Identity who, Role role) {
        User user = ports.users().find(who.id()).orElseGet(() -> User.first(who));
        save(user.with(user.account().withRole(role)));
    }

    void disable(Identity who) {
        save(kept(who).with(account(who).withDisabled(true)));
    }

    List<SecurityEvent.Kind> kindsOfEvents() {
        return log.events().stream().map(SecurityEvent::kind).toList();
    }

    SecurityEvent lastEvent() {
        return log.events().get(log.events().size() - 1);
    }

    private void save(User user) {
        ports.work().write(() -> {
            ports.users().save(user);
            return user;
        });
    }
}
