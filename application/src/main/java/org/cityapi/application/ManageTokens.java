package org.cityapi.application;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.security.Secret;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.token.ApiToken;
import org.cityapi.domain.token.ApiTokenId;
import org.cityapi.domain.token.ApiTokens;
import org.cityapi.domain.token.TokenText;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserRepository;

/** Makes, shows and revokes API tokens, each user his own, and recognizes whom one speaks for. */
public final class ManageTokens {

    /** How many tokens a user may have, expired ones included. */
    public static final int MAX_TOKENS = 100;

    private final UnitOfWork work;
    private final ApiTokens tokens;
    private final UserRepository users;
    private final KnownUsers known;
    private final SecurityLog log;
    private final Predicate<User> isVouchedFor;
    private final Clock clock;
    private final NotedUses uses;

    /** @param isVouchedFor whether a user is of an identity provider that is set */
    public ManageTokens(
            UnitOfWork work,
            ApiTokens tokens,
            UserRepository users,
            KnownUsers known,
            SecurityLog log,
            Predicate<User> isVouchedFor,
            Clock clock) {
        this.work = work;
        this.tokens = tokens;
        this.users = users;
        this.known = known;
        this.log = log;
        this.isVouchedFor = isVouchedFor;
        this.clock = clock;
        uses = new NotedUses(work);
    }

    /**
     * What a new token is to be.
     *
     * @param scopes may be none: such a token only tells who calls
     * @param expiresAt in the future
     */
    public record Wanted(String name, Set<Permission> scopes, Instant expiresAt) {}

    /** A token and its text, which is shown this once. */
    public record Made(ApiToken token, Secret text) {}

    /**
     * Makes a token.
     *
     * @param asked what it is to be, given the present moment
     * @throws Rejection.NotSignedIn when nobody is signed in
     * @throws Rejection.WrongCredential when an API token asks
     * @throws Rejection.Forbidden for a scope that the actor does not have himself
     * @throws Rejection.TooManyTokens when he has {@link #MAX_TOKENS} already
     */
    public Made make(Actor actor, Function<Instant, Wanted> asked) {
        return makeInPlace(actor, token -> false, asked);
    }

    /** Makes a token as {@link #make} does, and revokes those of the actor whose place it takes. */
    Made makeInPlace(Actor actor, Predicate<ApiToken> earlier, Function<Instant, Wanted> asked) {
        User owner = actor.signedIn();
        if (actor.byApiToken()) {
            throw new Rejection.WrongCredential();
        }
        Instant now = KeptTime.now(clock);
        Wanted wanted = asked.apply(now);
        wanted.scopes().stream().sorted().forEach(actor::require);
        Secret text = TokenText.random();
        ApiToken token = new ApiToken(
                ApiTokenId.random(), owner.id(), wanted.name(), wanted.scopes(), now, wanted.expiresAt(), null);
        List<ApiToken> replaced = work.write(() -> {
            List<ApiToken> present = tokens.of(owner.id());
            List<ApiToken> ended = present.stream().filter(earlier).toList();
            if (present.size() - ended.size() >= MAX_TOKENS) {
                throw new Rejection.TooManyTokens(MAX_TOKENS);
            }
            ended.forEach(old -> tokens.remove(old.id()));
            known.remember(actor);
            tokens.add(token, text.digest());
            return ended;
        });
        replaced.forEach(old -> record(Kind.TOKEN_REVOKED, old));
        record(Kind.TOKEN_MADE, token);
        return new Made(token, text);
    }

    private void record(Kind kind, ApiToken token) {
        log.record(new SecurityEvent(
                kind, token.owner(), Map.of("token", token.id().value())));
    }

    /** The actor's own tokens, the newest first. */
    public List<ApiToken> list(Actor actor) {
        return tokens.of(known.present(actor).id());
    }

    /** @throws Rejection.NotFound when the actor has no such token */
    public ApiToken one(Actor actor, ApiTokenId id) {
        return own(known.present(actor), id);
    }

    private ApiToken own(User owner, ApiTokenId id) {
        return tokens.find(id)
                .filter(token -> token.owner().equals(owner.id()))
                .orElseThrow(() -> new Rejection.NotFound(new Thing("token", id.value())));
    }

    /** @throws Rejection.NotFound when the actor has no such token */
    public void revoke(Actor actor, ApiTokenId id) {
        User owner = actor.signedIn();
        record(Kind.TOKEN_REVOKED, work.write(() -> {
            ApiToken token = own(owner, id);
            tokens.remove(token.id());
            return token;
        }));
    }

    /**
     * The actor for whom a token speaks: with its scopes, as far as its owner has them now.
     *
     * @throws Rejection.InvalidToken when it is no token, unknown, expired, its owner disabled, or nobody vouches for him
     */
    public Actor recognize(String text) {
        if (!TokenText.isWellFormed(text)) {
            throw new Rejection.InvalidToken("The API token is misspelt");
        }
        Instant now = KeptTime.now(clock);
        String digest = new Secret(text).digest();
        ApiToken token = tokens.findByDigest(digest)
                .orElseThrow(() -> new Rejection.InvalidToken("The API token is unknown or revoked"));
        if (!now.isBefore(token.expiresAt())) {
            throw new Rejection.InvalidToken("The API token has expired");
        }
        User owner = users.find(token.owner())
                .filter(user -> !user.account().disabled())
                .orElseThrow(() -> new Rejection.InvalidToken("The account is disabled"));
        if (!isVouchedFor.test(owner)) {
            throw new Rejection.InvalidToken("The API token is of a user whose identity provider is not set here");
        }
        if (isWorthNoting(token, now)) {
            uses.add(now, () -> tokens.used(token.id(), now));
        }
        Set<Permission> allowed = new HashSet<>(token.scopes());
        allowed.retainAll(owner.account().permissions());
        return new Actor(owner, allowed, Door.API, true);
    }

    private static boolean isWorthNoting(ApiToken token, Instant now) {
        Instant last = token.usedAt();
        return last == null || !now.isBefore(last.plus(NotedUses.EVERY));
    }
}
