package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.JSON;
import static org.cityapi.web.Client.VIEWER;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.user.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who tries what he may not is on record: one line of JSON each, with the request it came by. */
class SecurityLogTest extends HttpContract {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Logger security = (Logger) LoggerFactory.getLogger("org.cityapi.security");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** Whom the callers of the tests call viewer. */
    private static final String USER =
            UserId.of("https://issuer.test", "viewer").value();

    @Override
    protected RunningRegister start() {
        return new OnMemory("limits", "3 5 3", "trusted-proxies", "127.0.0.1 ::1");
    }

    @BeforeEach
    void listen() {
        log.start();
        security.setLevel(Level.INFO);
        security.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        security.detachAppender(log);
    }

    @Test
    void aTokenThatIsRefusedIsOnRecordWithoutTheToken() {
        app.get("/api/v2/cities", "Authorization: Bearer expired", "X-Request-Id: r-1", "X-Forwarded-For: 203.0.113.7");
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.remove("time")).matches("20[0-9-]+T[0-9:.]+Z");
            assertThat(line)
                    .isEqualTo(Map.of(
                            "event", "credentials_refused",
                            "requestId", "r-1",
                            "address", "203.0.113.7",
                            "method", "GET",
                            "path", "/api/v2/cities",
                            "reason", "The token is \"expired\""));
        });
    }

    @Test
    void aMissingPermissionIsOnRecordWithTheUser() {
        app.send("POST", "/api/v2/cities", "{}", VIEWER, JSON, "X-Request-Id: r-2");
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("event", "permission_refused")
                        .containsEntry("user", USER)
                        .containsEntry("permission", "create:cities")
                        .containsEntry("method", "POST")
                        .containsEntry("requestId", "r-2"));
    }

    @Test
    void whatAFormTellsOfAMissingPermissionIsOnRecordAsWell() {
        String form = "Content-Type: application/x-www-form-urlencoded";
        app.send("POST", "/cities", "name=x", VIEWER, form, "Accept: text/html");
        app.send("POST", "/imports/new", "", VIEWER, form, "Accept: text/html");
        assertThat(lines())
                .extracting(line -> line.get("event") + " " + line.get("permission"))
                .containsExactly("permission_refused create:cities", "permission_refused import:cities");
    }

    @Test
    void aFloodIsOnRecordOnceForEachClient() {
        for (int i = 0; i < 20; i++) {
            app.get("/api/v2/countries/DE", "X-Forwarded-For: 203.0.113.7", "X-Request-Id: r-" + i);
            app.get("/api/v2/countries/DE", "X-Forwarded-For: 203.0.113.8");
            app.get("/api/v2/countries/DE", VIEWER);
        }
        assertThat(lines()).extracting(line -> line.get("event")).containsOnly("rate_limited");
        assertThat(lines())
                .extracting(line -> line.get("client"))
                .containsExactlyInAnyOrder("address:203.0.113.7", "address:203.0.113.8", "user:" + USER);
        assertThat(lines())
                .filteredOn(line -> "address:203.0.113.7".equals(line.get("client")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("requestId", "r-3")
                        .containsEntry("policy", "default")
                        .doesNotContainKey("user"));
    }

    @Test
    void whatAnyoneMayDoIsNotOnRecord() {
        app.get("/api/v2/countries/DE");
        app.get("/api/v2/nothing");
        app.send("POST", "/api/v2/cities", "{}", JSON);
        assertThat(log.list).isEmpty();
    }

    private List<Map<String, String>> lines() {
        return log.list.stream().map(SecurityLogTest::parse).toList();
    }

    private static Map<String, String> parse(ILoggingEvent event) {
        try {
            assertThat(event.getFormattedMessage()).matches("\\{[\\x20-\\x7E]*}");
            return MAPPER.readValue(event.getFormattedMessage(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError(event.getFormattedMessage(), e);
        }
    }
}
