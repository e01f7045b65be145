package org.cityapi.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ApiTokens} promises. */
public abstract class ApiTokensContract {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final UserId ADA = UserId.of("https://issuer.example", "ada");
    private static final UserId BOB = UserId.of("https://issuer.example", "bob");

    private Ports ports;
    private ApiTokens tokens;

    /** Fresh ports over a store that holds nothing. */
    protected abstract Ports emptyStore();

    @BeforeEach
    void openStore() {
        ports = emptyStore();
        tokens = ports.tokens();
    }

    @Test
    void aTokenComesBackAsItWent() {
        ApiToken unused = new ApiToken(
                ApiTokenId.random(),
                ADA,
                "CI 'q' Łódź 🧮",
                EnumSet.allOf(Permission.class),
                AT,
                AT.plusMillis(1),
                null);
        ApiToken used = new ApiToken(ApiTokenId.random(), BOB, "x", Set.of(), AT, AT.plusMillis(1), AT.plusMillis(2));
        write(() -> List.of(add(unused, "digest 1"), add(used, "digest 2")));
        assertThat(tokens.findByDigest("digest 1")).contains(unused);
        assertThat(tokens.findByDigest("digest 2")).contains(used);
        assertThat(tokens.find(unused.id())).contains(unused);
        assertThat(tokens.find(used.id())).contains(used);
    }

    @Test
    void whatWasNotAddedIsNotFound() {
        write(() -> add(token("tok_1", ADA, AT), "digest"));
        assertThat(tokens.findByDigest("DIGEST")).isEmpty();
        assertThat(tokens.findByDigest("tok_1")).isEmpty();
        assertThat(tokens.find(new ApiTokenId("tok_2"))).isEmpty();
        assertThat(tokens.find(new ApiTokenId("digest"))).isEmpty();
        assertThat(tokens.of(BOB)).isEmpty();
    }

    @Test
    void theTokensOfAUserComeTheNewestFirst() {
        ApiToken before = token("tok_b", ADA, AT.minusMillis(1));
        ApiToken one = token("tok_c", ADA, AT);
        ApiToken other = token("tok_d", ADA, AT);
        ApiToken after = token("tok_a", ADA, AT.plusMillis(1));
        write(() -> List.of(
                add(other, "1"), //
                add(before, "2"),
                add(token("tok_x", BOB, AT), "3"),
                add(after, "4"),
                add(one, "5")));
        assertThat(tokens.of(ADA)).containsExactly(after, one, other, before);
    }

    @Test
    void aUseIsNotedOfThatTokenAlone() {
        ApiToken other = token("tok_2", ADA, AT);
        write(() -> List.of(add(token("tok_1", ADA, AT), "1"), add(other, "2")));
        write(() -> used(new ApiTokenId("tok_1"), AT.plusSeconds(60)));
        assertThat(tokens.findByDigest("1").orElseThrow().usedAt()).isEqualTo(AT.plusSeconds(60));
        assertThat(tokens.find(other.id())).contains(other);
    }

    @Test
    void aUseOfNoTokenMakesNone() {
        write(() -> used(new ApiTokenId("tok_1"), AT));
        assertThat(tokens.find(new ApiTokenId("tok_1"))).isEmpty();
    }

    @Test
    void aRemovedTokenIsGoneAndRemovedOnce() {
        ApiToken other = token("tok_2", ADA, AT);
        write(() -> List.of(add(token("tok_1", ADA, AT), "1"), add(other, "2")));
        assertThat(write(() -> tokens.remove(new ApiTokenId("tok_1")))).isTrue();
        assertThat(tokens.findByDigest("1")).isEmpty();
        assertThat(tokens.of(ADA)).containsExactly(other);
        assertThat(write(() -> tokens.remove(new ApiTokenId("tok_1")))).isFalse();
    }

    @Test
    void whatFailedWorkDidIsTakenBack() {
        ApiToken token = token("tok_1", ADA, AT);
        write(() -> add(token, "1"));
        assertThatThrownBy(() -> write(() -> {
                    tokens.remove(token.id());
                    throw new IllegalStateException("a fault");
                }))
                .hasMessage("a fault");
        assertThat(tokens.of(ADA)).containsExactly(token);
    }

    @Test
    void nothingIsChangedOutsideOfWorkThatWrites() {
        ApiToken token = token("tok_1", ADA, AT);
        List<Supplier<Object>> changes = List.of(
                () -> add(token, "1"), //
                () -> used(token.id(), AT),
                () -> tokens.remove(token.id()));
        for (Supplier<Object> change : changes) {
            assertThatThrownBy(change::get).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> ports.work().read(change)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(tokens.of(ADA)).isEmpty();
    }

    private static ApiToken token(String id, UserId owner, Instant createdAt) {
        return new ApiToken(
                new ApiTokenId(id), owner, "CI", Set.of(Permission.CREATE_CITIES), createdAt, AT.plusSeconds(60), null);
    }

    private ApiToken add(ApiToken token, String digest) {
        tokens.add(token, digest);
        return token;
    }

    private ApiTokenId used(ApiTokenId id, Instant at) {
        tokens.used(id, at);
        return id;
    }

    private <T> T write(Supplier<T> work) {
        return ports.work().write(work);
    }
}
