package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cityapi.auth.browser.OwnPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a browser may be sent on: nowhere but home. */
class OwnPathTest extends SignInCalls {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cities",
                "/cities/17?lang=en&x=http://a.example/b",
                "/cities?name=M%C3%BCnchen#map",
                "/search?q=100%25",
                "/a+b/~c;d=e,f",
                "/x.y/.well-known/...?from=/../",
                "/cities/"
            })
    void ownPathsAreTaken(String path) {
        assertThat(OwnPath.of(path)).contains(path);
        assertThat(targetOf(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cities",
                "//evil.invalid",
                "///evil.invalid",
                "/\\evil.invalid",
                "\\\\evil.invalid",
                "/\t/evil.invalid",
                "/\n/evil.invalid",
                "/%2f/evil.invalid",
                "/%2F%2Fevil.invalid",
                "/%5cevil.invalid",
                "/%255cevil.invalid",
                "/%25252525252fevil.invalid",
                "/%09/evil.invalid",
                "/%0d%0aSet-Cookie:x=y",
                "/%00",
                "/%zz",
                "/x//y",
                "http://evil.invalid",
                "https:evil.invalid",
                "HTTPS://evil.invalid",
                "javascript:alert(1)",
                "data:text/html,x",
                " /cities",
                "/cities ",
                "@evil.invalid",
                ".evil.invalid",
                "/städte",
                "/<script>",
                "/{",
                "/a|b",
                "/[",
                "/^",
                "/`",
                "/cities?q={x}",
                "/cities?q=[",
                "/a#b#c",
                "/oauth/login/oidc",
                "/%6fauth/login/oidc",
                "/./oauth/login/oidc",
                "/x/../oauth/login/oidc",
                "/.",
                "/x/..",
                "/%2e/oauth/login/oidc",
                "/x/%2E%2e/oauth/login/oidc",
                "/x/.%2e/oauth/login/oidc",
                "/x/%252e%252e/oauth/login/oidc",
                "/x%2f..%2foauth/login/oidc"
            })
    void everythingElseIsNot(String text) {
        assertThat(OwnPath.of(text)).isEmpty();
        assertThat(targetOf(text)).isEqualTo("/account");
    }

    private String targetOf(String text) {
        return signedIn(browser.signIn("oidc?" + Browser.query(Map.of("target", text))));
    }

    @Test
    void aPathHasAtMostTwoThousandCharacters() {
        assertThat(OwnPath.of("/" + "x".repeat(1999))).isPresent();
        assertThat(OwnPath.of("/" + "x".repeat(2000))).isEmpty();
        assertThat(OwnPath.of(null)).isEmpty();
    }
}
