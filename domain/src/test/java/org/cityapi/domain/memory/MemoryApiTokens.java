package org.cityapi.domain.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.token.ApiToken;
import org.cityapi.domain.token.ApiTokenId;
import org.cityapi.domain.token.ApiTokens;
import org.cityapi.domain.user.UserId;

/** API tokens in memory. */
public final class MemoryApiTokens implements ApiTokens {

    private final MemoryStore store;

    MemoryApiTokens(MemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(ApiToken token, String digest) {
        store.change(state -> state.tokens.put(digest, token));
    }

    @Override
    public Optional<ApiToken> findByDigest(String digest) {
        return Optional.ofNullable(store.seen().tokens.get(digest));
    }

    @Override
    public Optional<ApiToken> find(ApiTokenId id) {
        return store.seen().tokens.values().stream()
                .filter(token -> token.id().equals(id))
                .findFirst();
    }

    @Override
    public List<ApiToken> of(UserId owner) {
        return store.seen().tokens.values().stream()
                .filter(token -> token.owner().equals(owner))
                .sorted(Comparator.comparing(ApiToken::createdAt)
                        .reversed()
                        .thenComparing(token -> token.id().value()))
                .toList();
    }

    @Override
    public void used(ApiTokenId id, Instant at) {
        store.change(state -> {
            for (Map.Entry<String, ApiToken> entry : state.tokens.entrySet()) {
                ApiToken token = entry.getValue();
                if (token.id().equals(id)) {
                    entry.setValue(new ApiToken(
                            id, token.owner(), token.name(), token.scopes(), token.createdAt(), token.expiresAt(), at));
                }
            }
            return id;
        });
    }

    @Override
    public boolean remove(ApiTokenId id) {
        return store.change(
                state -> state.tokens.values().removeIf(token -> token.id().equals(id)));
    }
}
