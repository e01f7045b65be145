package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tests in a browser would be worth nothing if what they look for were not found where it is. */
class VisitIT {

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <meta name="viewport" content="width=device-width">
            <title>A page</title>
            <main><h1>A page</h1>%s</main>
            """;
    private static final String STRICT = "Content-Security-Policy: default-src 'self'";

    private static Browser browser;
    private static SmallSite site;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        site = SmallSite.start();
    }

    @AfterAll
    static void stop() {
        site.close();
        browser.close();
    }

    private static Visit to(String path, String content, String... headers) {
        site.with(path.split("\\?")[0], 200, FRAME.formatted(content), headers);
        Visit visit = browser.visit(Browser.Screen.PHONE, "en");
        visit.page().navigate(site.at(path));
        return visit;
    }

    @Test
    void aGoodPageHasNoFaults() {
        try (Visit visit = to("/good", "<p>All is well.", STRICT)) {
            assertThat(visit.faults()).isEmpty();
            assertThat(visit.accessibilityFaults()).isEmpty();
            assertThat(visit.isTooWide()).isFalse();
            assertThat(visit.cookies()).isEmpty();
            assertThat(visit.inPlainSight()).contains("All is well.").doesNotContain("eyJ");
        }
    }

    @Test
    void aViolatedPolicyIsAFault() {
        try (Visit visit = to("/strict", "<script>document.title = 'inline'</script>", STRICT)) {
            assertThat(visit.page().title()).isEqualTo("A page");
            assertThat(visit.faults()).anyMatch(fault -> fault.equals("CSP: script-src-elem forbids inline"));
        }
    }

    @Test
    void anErrorOfAScriptIsAFault() {
        try (Visit visit = to("/broken", "<script>nothing.at.all()</script>")) {
            assertThat(visit.faults()).anyMatch(fault -> fault.contains("nothing is not defined"));
        }
    }

    @Test
    void whatIsMissingOrNotAnsweredIsAFault() {
        site.with("/missing", 404, "");
        try (Visit visit = to("/holes", "<img alt='' src='/missing'><img alt='' src='http://localhost:1/'>")) {
            assertThat(visit.faults())
                    .anyMatch(fault -> fault.equals(site.at("/missing") + ": 404"))
                    .anyMatch(fault -> fault.startsWith("http://localhost:1/: "));
            assertThat(visit.addresses()).contains(site.at("/holes"), site.at("/missing"), "http://localhost:1/");
        }
    }

    @Test
    void axeFindsWhatKeepsPeopleOutInSpiteOfAStrictPolicy() {
        try (Visit visit = to("/barred", "<img src='/good'><button></button>", STRICT)) {
            assertThat(visit.accessibilityFaults())
                    .anyMatch(fault -> fault.startsWith("image-alt: "))
                    .anyMatch(fault -> fault.startsWith("button-name: "));
        }
    }

    @Test
    void aPageThatIsWiderThanAPhoneIsFound() {
        try (Visit visit = to("/wide", "<pre>%s".formatted("x".repeat(99)))) {
            assertThat(visit.isTooWide()).isTrue();
        }
    }

    @Test
    void secretsAreFoundWhereverAScriptFindsThem() {
        String script = "<script>sessionStorage.a = 'in session'; localStorage.b = 'in storage'</script>";
        try (Visit visit =
                to("/open?in=address", script, "Set-Cookie: open=in-cookie", "Set-Cookie: shut=x; HttpOnly")) {
            assertThat(visit.inPlainSight())
                    .contains(List.of("in session", "in storage", "in-cookie", "in=address"))
                    .doesNotContain("shut");
            assertThat(visit.cookie("shut"))
                    .hasValueSatisfying(cookie -> assertThat(cookie.httpOnly).isTrue());
        }
    }
}
