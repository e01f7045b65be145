package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.cityapi.domain.rejection.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A good signature is not enough: each claim alone makes a token useless here. */
class AccessTokenRulesTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private final AccessTokenRules rules = new AccessTokenRules("cities", Clock.fixed(NOW, ZoneOffset.UTC));

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder good = new JWTClaimsSet.Builder()
                .audience("cities")
                .subject("4711")
                .expirationTime(Date.from(NOW.plusSeconds(60)));
        change.accept(good);
        return good.build();
    }

    private static Date in(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private void passes(Consumer<JWTClaimsSet.Builder> change) {
        assertThatCode(() -> rules.verify(claims(change), null)).doesNotThrowAnyException();
    }

    private void fails(Consumer<JWTClaimsSet.Builder> change, String because) {
        assertThatThrownBy(() -> rules.verify(claims(change), null))
                .isInstanceOf(Rejection.InvalidToken.class)
                .hasMessageContaining(because);
    }

    @Test
    void aTokenIsGoodUntilAMinuteAfterItExpires() {
        passes(claims -> claims.expirationTime(in(-59)));
        fails(claims -> claims.expirationTime(in(-60)), "expired");
        fails(claims -> claims.expirationTime(Date.from(Instant.EPOCH)), "expired");
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() {
        fails(claims -> claims.expirationTime(null), "when it expires");
    }

    @Test
    void aTokenIsGoodFromAMinuteBeforeItStarts() {
        passes(claims -> claims.notBeforeTime(in(60)));
        fails(claims -> claims.notBeforeTime(in(61)), "not valid yet");
    }

    @Test
    void aTokenOfTheFutureIsRefused() {
        passes(claims -> claims.issueTime(in(60)));
        fails(claims -> claims.issueTime(in(61)), "issued in the future");
    }

    @Test
    void theAudienceIsThisApiPerhapsAmongOthers() {
        passes(claims -> claims.audience(List.of("others", "cities")));
        fails(claims -> claims.audience(List.of("others", "cities/")), "another service");
        fails(claims -> claims.audience("CITIES"), "another service");
        fails(claims -> claims.audience((String) null), "another service");
        fails(claims -> claims.claim("aud", List.of()), "another service");
        fails(claims -> claims.claim("aud", 7), "another service");
    }

    @Test
    void theSubjectIsThereAndCanBeKept() {
        passes(claims -> claims.subject("x".repeat(255)));
        for (String subject : new String[] {null, "", "  ", "a\nb", "a\u0000", "\ud800", "a\u202eb"}) {
            fails(claims -> claims.subject(subject), "whom it is for");
        }
        fails(claims -> claims.subject("x".repeat(256)), "The subject of the token is too long (sub)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "Refresh", "Offline", "Logout", "refresh", "DPoP", ""})
    void keycloaksOtherTokensAreNoAccessTokens(String type) {
        fails(claims -> claims.claim("typ", type), "another kind");
    }

    @Test
    void keycloaksAccessTokensPass() {
        passes(claims -> claims.claim("typ", "Bearer").claim("azp", "city-web"));
    }

    @Test
    void whatOnlyAnIdTokenHasMakesItOne() {
        fails(claims -> claims.claim("nonce", "n-0S6"), "another kind");
        fails(claims -> claims.claim("at_hash", "77Qm"), "another kind");
        fails(claims -> claims.claim("typ", 7), "another kind");
        fails(claims -> claims.claim("typ", List.of("Bearer")), "another kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tomorrow\"", "[]", "{}", "true", "-1", "1e400", "99999999999999999999"})
    void oddTimesAreNoTimes(String time) {
        assertThatThrownBy(() -> {
                    JWTClaimsSet odd = JWTClaimsSet.parse("{\"aud\":\"cities\",\"sub\":\"4711\",\"exp\":" + time + "}");
                    rules.verify(odd, null);
                })
                .isInstanceOfAny(ParseException.class, Rejection.InvalidToken.class);
    }
}
