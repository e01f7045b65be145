package org.cityapi.auth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.auth.local.LocalCalls.fails;
import static org.cityapi.auth.local.LocalCalls.json;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a code is good for, and what it is not. */
class LocalCodesTest {

    private static final SettableClock CLOCK = new SettableClock();

    private static LocalProvider provider;
    private static LocalCalls calls;

    private final LocalVisit visit = new LocalVisit(calls);

    @BeforeAll
    static void start() {
        provider = LocalProvider.start(0, CLOCK);
        calls = new LocalCalls(provider.issuer());
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void itIsGoodOnce() throws Exception {
        String code = visit.code("editor");
        assertThat(visit.tokens(code).statusCode()).isEqualTo(200);
        fails(visit.tokens(code), 400, "invalid_grant");
    }

    @Test
    void ofManyWhoShowItAtOnceOneGetsTokens() {
        String code = visit.code("admin");
        List<CompletableFuture<Integer>> attempts = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> visit.tokens(code).statusCode()))
                .limit(8)
                .toList();
        assertThat(attempts.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .contains(400);
    }

    @Test
    void itIsGoodForAMinute() throws Exception {
        String early = visit.code("editor");
        CLOCK.pass(Duration.ofSeconds(59));
        JWTClaimsSet claims = SignedJWT.parse((String) json(visit.tokens(early)).get("id_token"))
                .getJWTClaimsSet();
        assertThat(claims.getIssueTime()).isEqualTo(CLOCK.instant());
        assertThat(claims.getDateClaim("auth_time")).isEqualTo(CLOCK.instant().minusSeconds(59));
        String late = visit.code("editor");
        CLOCK.pass(Duration.ofSeconds(60));
        fails(visit.tokens(late), 400, "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri,http://127.0.0.1:8080/oauth/callback/local",
        "redirect_uri,http://localhost:8081/oauth/callback/local",
        "redirect_uri,http://localhost:8080/oauth/callback/local/",
        "redirect_uri,''",
        "code_verifier,''",
        "code_verifier,wrong-wrong-wrong-wrong-wrong-wrong-wrong-wrong",
        "client_id,local-admin",
        "client_id,local-editor"
    })
    void whoeverLacksOneThingGetsNothingAndSpoilsIt(String name, String value) throws Exception {
        String code = visit.code("admin");
        fails(visit.tokens(code, Map.of(name, value)), 400, "invalid_grant");
        fails(visit.tokens(code), 400, "invalid_grant");
    }

    /** Whoever sees a request may take its challenge for the verifier. */
    @Test
    void theChallengeIsNotItsVerifier() throws Exception {
        CodeVerifier challenge = new CodeVerifier(visit.query().replaceFirst(".*code_challenge=([^&]*).*", "$1"));
        fails(visit.tokens(visit.code("admin"), Map.of("code_verifier", challenge.getValue())), 400, "invalid_grant");
    }

    @Test
    void theCodeOfOneAttemptDoesNotFitAnother() throws Exception {
        fails(new LocalVisit(calls).tokens(visit.code("admin")), 400, "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret,wrong,401,invalid_client",
        "client_secret,'',401,invalid_client",
        "client_id,nobody,401,invalid_client",
        "code_verifier,short,400,invalid_request",
        "code,'',400,invalid_request",
        "redirect_uri,:,400,invalid_request"
    })
    void whatIsNoProperRequestLeavesItAsItWas(String name, String value, int status, String error) throws Exception {
        String code = visit.code("viewer");
        fails(visit.tokens(code, Map.of(name, value)), status, error);
        assertThat(visit.tokens(code).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "null", "' OR 1=1", "a\u0000", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void nobodyGuessesOne(String code) throws Exception {
        fails(visit.tokens(code), 400, "invalid_grant");
    }

    @Test
    void eachIsAnother() {
        assertThat(List.of(visit.code("viewer"), visit.code("viewer"), visit.code("viewer")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theOldestIsForgottenBeforeTheyFillTheMemory() {
        LocalCodes codes = new LocalCodes(CLOCK);
        LocalSignInRequest asked = LocalSignInRequest.of(visit.query());
        String first = codes.issue(asked, LocalPerson.VIEWER);
        String second = codes.issue(asked, LocalPerson.EDITOR);
        for (int i = 0; i < 999; i++) {
            codes.issue(asked, LocalPerson.ADMIN);
        }
        assertThat(codes.take(first)).isEmpty();
        assertThat(codes.take(second)).map(LocalCode::person).hasValue(LocalPerson.EDITOR);
    }
}
