package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import java.util.Random;
import java.util.UUID;
import org.cityapi.domain.rejection.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a token at all, and that nothing else does more than be refused. */
class TokenFormTest extends RefusedTokens {

    @Test
    void aGoodTokenSpeaksForItsSubject() {
        TokenCheck.Grant bearer = check.check(provider.token(claims -> claims.claim("name", "Ada")));
        assertThat(bearer.identity().issuer()).isEqualTo(provider.issuer());
        assertThat(bearer.identity().subject()).isEqualTo("auth0|4711");
        assertThat(bearer.identity().name()).isEqualTo("Ada");
        assertThat(bearer.permissions()).isEmpty();
    }

    @Test
    void anAccessTokenMayNameItsTypeOrNot() {
        for (JOSEObjectType type : new JOSEObjectType[] {
            null,
            JOSEObjectType.JWT,
            new JOSEObjectType("jwt"),
            new JOSEObjectType("at+jwt"),
            new JOSEObjectType("AT+JWT"),
            new JOSEObjectType("application/at+jwt")
        }) {
            check.check(provider.withHeader(header -> header.type(type)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "dpop+jwt", "id_token", "secevent+jwt", "JOSE", "at", ""})
    void anotherTypeIsRefused(String type) {
        refused(provider.withHeader(header -> header.type(new JOSEObjectType(type))), "type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"alg\":null}", "{\"alg\":[\"RS256\"]}", "{\"alg\":1}", "[]", "", "\"\"", "{\"alg\":"})
    void aHeaderWithoutAnAlgorithmIsRefused(String header) {
        refused(part(header) + "." + payload() + "." + part("signature"), "not a signed JWT");
    }

    @Test
    void aVeryLongTokenIsRefusedUnread() {
        refused("a".repeat(100_000), "longer than 8192");
        refused(provider.token(claims -> claims.claim("padding", "x".repeat(8192))), "longer than 8192");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "..", "...", "a.b.c", "a.b.c.d.e", "\u0000.\u0000.\u0000", "é.é.é", "null"})
    void whatIsNoTokenIsRefused(String token) {
        refused(token, "not a signed JWT");
    }

    @Test
    void deepNestingIsRefused() {
        String nested = "{\"alg\":\"RS256\",\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
        refused(part(nested) + "." + payload() + "." + part("signature"), "not a signed JWT");
        String head = provider.token().split("\\.")[0];
        refused(head + "." + part("{\"iss\":" + "[".repeat(5_000)) + "." + part("signature"), "cannot be read");
    }

    @Test
    void aTokenHasOneSpelling() {
        String token = provider.token();
        int signature = token.lastIndexOf('.') + 1;
        refused(token.substring(0, signature) + "\t" + token.substring(signature), "not a signed JWT");
        refused(token + "=", "not a signed JWT");
        String dashed = token;
        while (!dashed.substring(signature).contains("-")) {
            dashed = provider.token(claims -> claims.jwtID(UUID.randomUUID().toString()));
            signature = dashed.lastIndexOf('.') + 1;
        }
        int dash = dashed.indexOf('-', signature);
        refused(dashed.substring(0, dash) + "+" + dashed.substring(dash + 1), "not a signed JWT");
    }

    @Test
    void anyDamageToATokenIsOneRefusalAndNoOtherFault() {
        String token = provider.token();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder damaged = new StringBuilder(token);
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                // the last character of a signature holds bits that stand for nothing
                int at = random.nextInt(token.length() - 1);
                char other = (char) (33 + random.nextInt(94));
                damaged.setCharAt(at, token.charAt(at) == other ? '~' : other);
            }
            assertThatThrownBy(() -> check.check(damaged.toString())).isInstanceOf(Rejection.InvalidToken.class);
        }
    }
}
