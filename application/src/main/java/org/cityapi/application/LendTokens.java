package org.cityapi.application;

import java.time.Duration;
import org.cityapi.application.ManageTokens.Made;
import org.cityapi.application.ManageTokens.Wanted;
import org.cityapi.domain.token.ApiToken;
import org.cityapi.domain.user.Actor;

/**
 * Lends the API's documentation an API token, so that people can try the API out there as themselves: for an hour, with
 * all that they may do, and never two to the same user.
 */
public final class LendTokens {

    static final String NAME = "API documentation";
    static final Duration LIFE = Duration.ofHours(1);

    private final ManageTokens tokens;

    public LendTokens(ManageTokens tokens) {
        this.tokens = tokens;
    }

    /** Makes the token in place of the one lent before; refused as {@link ManageTokens#make} is. */
    public Made lend(Actor actor) {
        return tokens.makeInPlace(
                actor, LendTokens::isLent, now -> new Wanted(NAME, actor.permissions(), now.plus(LIFE)));
    }

    /** By its life, too: whoever gave a token of his own that name keeps it. */
    private static boolean isLent(ApiToken token) {
        return token.name().equals(NAME) && token.createdAt().plus(LIFE).equals(token.expiresAt());
    }
}
