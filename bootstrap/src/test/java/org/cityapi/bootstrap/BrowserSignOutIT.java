package org.cityapi.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** People sign out with a real browser, and what they saw is gone. */
class BrowserSignOutIT extends InLocalMode {

    private static int statusOfAccount(String session) {
        return register.get("/account", "Cookie: session=" + session, "Accept: text/html")
                .statusCode();
    }

    @Test
    void theOldCookieOpensNothingAfterASignOutAndTheNextSignInAsksAgain() {
        try (Visit visit = visit()) {
            signIn(visit, "editor", "/account");
            String old = visit.session();
            assertThat(statusOfAccount(old)).isEqualTo(200);
            signOut(visit.page());
            assertThat(visit.cookie("session")).isEmpty();
            assertThat(statusOfAccount(old)).isEqualTo(303);
            visit.screenshot("signed-out");
            assertThat(visit.accessibilityFaults()).isEmpty();

            visit.page().locator("main a.button").click();
            assertThat(visit.page().locator("button[value=editor]")).isVisible();
            assertThat(visit.addresses()).anyMatch(address -> address.contains("&prompt=login"));
            assertThat(visit.faults()).isEmpty();
        }
    }

    @Test
    void theWayBackAfterASignOutShowsNothing() {
        try (Visit visit = visit()) {
            signIn(visit, "editor", "/account");
            signOut(visit.page());
            visit.page().goBack();
            assertThat(visit.page().content()).doesNotContain("Local editor");
        }
    }

    @Test
    void whoOnlyLooksAtThePageToSignOutStaysSignedIn() {
        try (Visit visit = visit()) {
            signIn(visit, "viewer", "/account");
            visit.page().navigate(at("/logout"));
            assertThat(visit.page().locator("main button")).hasText("Sign out");
            assertThat(statusOfAccount(visit.session())).isEqualTo(200);
        }
    }
}
