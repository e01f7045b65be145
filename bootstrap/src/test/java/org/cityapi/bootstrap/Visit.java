package org.cityapi.bootstrap;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One person's window in a {@link Browser}, with a record of what went wrong in it and where it has been. */
final class Visit implements AutoCloseable {

    /** Chromium tells of these, too, but not which rule was broken by what in one line of a fixed form. */
    private static final String TELL_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', e =>
                console.error('CSP: ' + e.effectiveDirective + ' forbids ' + e.blockedURI));
            """;

    private static final String STORAGE = """
            () => JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}, window.name])
            """;

    /** The rules of WCAG 2.2 up to AA, and axe's own good practice. */
    private static final String AXE_RUN = """
            () => axe.run().then(result => result.violations.flatMap(violation =>
                violation.nodes.map(node => violation.id + ': ' + violation.help + ': ' + node.html)))
            """;

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    Visit(BrowserContext context) {
        this.context = context;
        context.addInitScript(TELL_VIOLATIONS);
        context.onConsoleMessage(message -> {
            // An answer with a status of an error is judged by the test that asked for it.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add(message.text());
            }
        });
        context.onWebError(error -> faults.add(error.error()));
        context.onRequest(request -> addresses.add(request.url()));
        context.onRequestFailed(request -> {
            // Whoever goes on to another page asks for no more of this one.
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                faults.add(request.url() + ": " + request.failure());
            }
        });
        context.onResponse(response -> {
            Request request = response.request();
            if (response.status() >= 500 || response.status() >= 400 && !request.isNavigationRequest()) {
                faults.add(request.url() + ": " + response.status());
            }
        });
        this.page = context.newPage();
    }

    /** The window, to click and type in. */
    Page page() {
        return page;
    }

    /** Errors on the console, violated policies, and what could not be loaded, so far. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** All addresses that the window has asked for so far, with their queries. */
    List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** Also those cookies that no script sees. */
    List<Cookie> cookies() {
        return context.cookies();
    }

    Optional<Cookie> cookie(String name) {
        return cookies().stream().filter(cookie -> cookie.name.equals(name)).findFirst();
    }

    /** The secret by which the server knows who is signed in here. */
    String session() {
        return cookie("session").orElseThrow().value;
    }

    /** Where a script, or who looks over a shoulder, finds what is secret: this site's page, storage and addresses. */
    String inPlainSight() {
        String site = (String) page.evaluate("() => location.origin");
        List<String> here =
                addresses.stream().filter(address -> address.startsWith(site)).toList();
        return page.content() + page.evaluate(STORAGE) + here;
    }

    /** Whether the page is wider than the window, so that one must scroll sideways to read a line. */
    boolean isTooWide() {
        int width = (Integer) page.evaluate("() => document.documentElement.scrollWidth");
        return width > page.viewportSize().width;
    }

    /** What axe finds wrong with the page, with the piece of it; a policy may forbid the page itself all scripts. */
    List<String> accessibilityFaults() {
        page.evaluate(axe());
        return ((List<?>) page.evaluate(AXE_RUN)).stream().map(String::valueOf).toList();
    }

    /** Keeps a picture of the whole page in {@code target/screenshots}, for people to look at. */
    void screenshot(String name) {
        Path folder = Path.of(System.getProperty("city-api.jar")).resolveSibling("screenshots");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }

    private static String axe() {
        try (InputStream script = Visit.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
