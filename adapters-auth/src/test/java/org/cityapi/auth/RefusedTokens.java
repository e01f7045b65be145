package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.auth.Checks.invalid;
import static org.cityapi.auth.Checks.trusting;

import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of a check that trusts one provider and has its keys already. */
abstract class RefusedTokens {

    static TestProvider provider;
    static TokenCheck check;

    @BeforeAll
    static void start() throws Exception {
        provider = new TestProvider();
        check = trusting(provider);
        check.check(provider.token());
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    /** Refused, and nothing was fetched for it. */
    static void refused(String token, String because) {
        int before = provider.fetches();
        invalid(check, token, because);
        assertThat(provider.fetches()).isEqualTo(before);
    }

    static String part(String json) {
        return Base64URL.encode(json).toString();
    }

    static String payload() {
        return part(provider.claims().build().toString());
    }
}
