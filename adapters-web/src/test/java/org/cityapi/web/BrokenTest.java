package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.header;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the answer and the log tell when this program, or what it needs, is broken. */
class BrokenTest extends HttpContract {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Override
    protected RunningRegister start() {
        return new OnMemory();
    }

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(log);
    }

    @Test
    void whoIsNotWellTellsWhenToAskAgain() {
        try (Client sick = Client.onMemory("sick", "yes")) {
            HttpResponse<String> health = sick.get("/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(header(health, "Retry-After")).isEqualTo("2");
        }
    }

    @Test
    void whoSignsInWhileTheProviderIsAwayHearsOfNoToken() {
        String away = "/pages/v2/provider-away";
        String browser = "Accept: text/html,*/*;q=0.8";
        HttpResponse<String> page = app.get(away, browser);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("so that nobody can sign in with it").doesNotContain("access token");
        assertThat(app.get(away, browser, "Accept-Language: fr").body())
                .contains("si bien que personne ne peut se connecter avec lui");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fault", "overflow"})
    void aFaultOfOursIsToldWithoutItsInsideAndLoggedOnceWithTheRequestsId(String route) {
        for (String language : new String[] {"en", "fr"}) {
            HttpResponse<String> answer =
                    app.get("/api/v2/" + route, "Accept-Language: " + language, "X-Request-Id: id-" + language);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "X-Request-Id")).isEqualTo("id-" + language);
            assertThat(answer.body())
                    .contains("/problems/internal-error", "\"status\":500", "\"requestId\":\"id-" + language + "\"")
                    .contains(language.equals("en") ? "Something went wrong" : "Quelque chose")
                    .doesNotContainIgnoringCase("secret", "exception", "error at", "java.", "org.cityapi");
        }
        assertThat(app.get("/api/v1/" + route, "X-Request-Id: id-1").body())
                .isEqualTo("{\"error\":\"Internal Server Error\"}");
        List<ILoggingEvent> errors = log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
        assertThat(errors)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.getThrowableProxy()).isNotNull());
        assertThat(errors)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Request id-en: GET /api/v2/" + route,
                        "Request id-fr: GET /api/v2/" + route,
                        "Request id-1: GET /api/v1/" + route);
    }

    @ParameterizedTest
    @CsvSource({
        "store-away, The database is not available, La base de données n’est pas disponible, store: java.net.ConnectException: db",
        "writer-busy, Others are writing at the moment, D’autres écritures sont en cours, writer: java.net.ConnectException: lock",
        "provider-away, The identity provider is not available, Le fournisseur d’identité, identity_provider: java.net.ConnectException: id"
    })
    void whatIsAwayIsNamedAndWhenToTryAgain(String route, String english, String french, String cause) {
        HttpResponse<String> answer = app.get("/api/v2/" + route, "X-Request-Id: id-2");
        assertThat(answer.body()).contains(english, "/problems/unavailable").doesNotContain("internal");
        HttpResponse<String> inFrench = app.get("/api/v2/" + route, "Accept-Language: fr");
        assertThat(inFrench.body()).contains(french);
        HttpResponse<String> one = app.get("/api/v1/" + route);
        assertThat(one.body()).isEqualTo("{\"error\":\"Service Unavailable\"}");
        for (HttpResponse<String> each : List.of(answer, inFrench, one)) {
            assertThat(each.statusCode()).isEqualTo(503);
            assertThat(header(each, "Retry-After")).isEqualTo("2");
            assertThat(header(each, "Cache-Control")).isEqualTo("no-store");
        }
        assertThat(log.list)
                .hasSize(3)
                .first()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .isEqualTo("Request id-2: Not available: " + cause + ".internal refuses v2"));
    }

    @Test
    void whoMayHaveBeenServedIsNotToldToTryAgain() {
        HttpResponse<String> answer = app.get("/api/v2/nobody-knows");
        assertThat(answer.body()).contains("it may be stored, or not", "Idempotency-Key");
        assertThat(app.get("/api/v2/nobody-knows", "Accept-Language: fr").body())
                .contains("il a eu lieu, ou non");
        for (HttpResponse<String> each : List.of(answer, app.get("/api/v1/nobody-knows"))) {
            assertThat(each.statusCode()).isEqualTo(503);
            assertThat(each.headers().map()).doesNotContainKey("retry-after");
        }
    }
}
