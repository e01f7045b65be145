package org.cityapi.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.session.Sessions;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserRepository;
import org.jspecify.annotations.Nullable;

/** Opens a session for somebody whom a provider vouches for, and keeps his account up to date. */
public final class SignIn {

    private final UnitOfWork work;
    private final UserRepository users;
    private final Sessions sessions;
    private final SecurityLog log;
    private final Set<String> administrators;
    private final Clock clock;

    /** @param administrators e-mail addresses whose owners become administrators when they first sign in */
    public SignIn(
            UnitOfWork work,
            UserRepository users,
            Sessions sessions,
            SecurityLog log,
            Set<String> administrators,
            Clock clock) {
        this.work = work;
        this.users = users;
        this.sessions = sessions;
        this.log = log;
        this.administrators = administrators.stream().map(SignIn::folded).collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    /**
     * What a provider proved of somebody.
     *
     * @param identity who it is
     * @param emailVerified whether the provider checked the address; one that it did not check proves nothing
     * @param granted the permissions that its tokens carry
     * @param provider its name, as in addresses
     */
    public record Proof(Identity identity, boolean emailVerified, Set<Permission> granted, String provider) {}

    /**
     * Opens a session, and ends the one that the browser had.
     *
     * @param client how the browser calls itself
     * @param former the secret of the session that the browser had; null when it had none
     * @return the new session's secret, for the browser alone
     * @throws Rejection.AccountDisabled when the account is disabled
     */
    public Secret accept(Proof proof, String client, @Nullable Secret former) {
        Instant now = KeptTime.now(clock);
        Secret secret = Secret.random();
        List<SecurityEvent> promotion = new ArrayList<>();
        User user = work.write(() -> {
            User known = users.find(proof.identity().id()).orElseGet(() -> User.first(proof.identity()));
            if (known.account().disabled()) {
                return known;
            }
            User signedIn = known.signedIn(proof.identity(), proof.granted(), now);
            User saved = isNamedAdministrator(proof, signedIn)
                    ? signedIn.with(signedIn.account().withRole(Role.ADMIN))
                    : signedIn;
            users.save(saved);
            if (saved.role() != signedIn.role()) {
                promotion.add(SecurityEvent.roleChanged(saved.id(), signedIn, saved));
            }
            if (former != null) {
                sessions.end(SessionId.of(former));
            }
            sessions.add(
                    new Session(SessionId.of(secret), saved.id(), proof.provider(), proof.granted(), client, now, now));
            return saved;
        });
        if (user.account().disabled()) {
            log.record(new SecurityEvent(
                    Kind.SIGN_IN_FAILED,
                    user.id(),
                    Map.of("provider", proof.provider(), "reason", "the account is disabled")));
            throw new Rejection.AccountDisabled();
        }
        log.record(new SecurityEvent(Kind.SIGNED_IN, user.id(), details(proof, user)));
        promotion.forEach(log::record);
        return secret;
    }

    /** Who is named among the administrators and does not become one can only learn here why. */
    private Map<String, String> details(Proof proof, User user) {
        return !proof.emailVerified() && isNamed(proof, user) && user.role() != Role.ADMIN
                ? Map.of("provider", proof.provider(), "hint", "an address of CITY_ADMINS, which is not verified")
                : Map.of("provider", proof.provider());
    }

    /** Only the letters of ASCII have two cases here: in Unicode some other characters would become the same letters. */
    private static String folded(String address) {
        return address.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean isNamedAdministrator(Proof proof, User user) {
        return proof.emailVerified() && isNamed(proof, user);
    }

    private boolean isNamed(Proof proof, User user) {
        String email = proof.identity().email();
        return !user.account().decided() && email != null && administrators.contains(folded(email));
    }
}
