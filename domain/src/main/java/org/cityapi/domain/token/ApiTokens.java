package org.cityapi.domain.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cityapi.domain.user.UserId;

/**
 * Keeps API tokens by the digest of their text.
 *
 * <p>All methods join the {@link org.cityapi.domain.UnitOfWork} that is open on the thread, and throw {@link
 * org.cityapi.domain.rejection.Rejection.Unavailable} when the store cannot be reached; those that change something
 * throw an {@link IllegalStateException} outside of work that writes.
 */
public interface ApiTokens {

    /** @param digest of the token's text */
    void add(ApiToken token, String digest);

    /** The token whose text has that digest, expired or not; empty when there is none. */
    Optional<ApiToken> findByDigest(String digest);

    /** The token of that id; empty when there is none. */
    Optional<ApiToken> find(ApiTokenId id);

    /** The user's tokens, the newest first; of the same age, by id. */
    List<ApiToken> of(UserId owner);

    /** Notes a use; nothing when there is no such token. */
    void used(ApiTokenId id, Instant at);

    /** Revokes a token; false when there is none. */
    boolean remove(ApiTokenId id);
}
