package org.cityapi.bootstrap;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real browser without a window: the machine's own Chromium, driven by Playwright, which would download another one
 * if it were let.
 */
final class Browser implements AutoCloseable {

    /** The sizes that pages are looked at in. */
    enum Screen {
        DESKTOP(1280, 800),
        PHONE(360, 740);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** What a browser does by itself, and a test has no use for. */
    private static final List<String> QUIET =
            List.of("--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser start() {
        Path program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The tests in a browser need Chromium (Debian's package: chromium), and it is not in /usr/bin"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Browser(
                    playwright,
                    // Chromium's sandbox does not work for root, and in few containers; what is shown here is our own.
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(program)
                                    .setChromiumSandbox(false)
                                    .setArgs(QUIET)));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** Somebody with no cookies and no history opens a window, and wants that language. */
    Visit visit(Screen screen, String language) {
        return new Visit(chromium.newContext(options(screen, language)));
    }

    /** The same in a browser that runs no scripts. */
    Visit visitWithoutScripts(Screen screen, String language) {
        return new Visit(chromium.newContext(options(screen, language).setJavaScriptEnabled(false)));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(Screen screen, String language) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setIsMobile(screen == Screen.PHONE)
                .setHasTouch(screen == Screen.PHONE)
                .setLocale(language);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
