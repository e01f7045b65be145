package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.cityapi.web.Client.EDITOR;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cityapi.domain.memory.Ports;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StreamOnMemoryTest extends StreamContract {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final String PATH = "/api/v2/changes/stream";

    private OnMemory register;

    @Override
    protected RunningRegister start() {
        register = new OnMemory();
        return register;
    }

    @Override
    protected void writeBeside() {
        Ports ports = register.ports();
        ports.work().write(() -> {
            ports.changes().append(ports.changes().after(0, 1).get(0).change());
            return true;
        });
    }

    @Test
    void whoLeavesInTheMiddleLeavesNoWarningBehind() throws Exception {
        for (int i = 0; i < 200; i++) {
            app.addParis();
        }
        assertNoWarning(() -> {
            for (int i = 0; i < 300; i++) {
                new EventReader(app.port(), PATH, "Authorization: Bearer editor").close();
            }
            Thread.sleep(500);
        });
    }

    private static void assertNoWarning(ThrowingCallable work) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ROOT.addAppender(log);
        try {
            assertThatCode(work).doesNotThrowAnyException();
            assertThat(List.copyOf(log.list))
                    .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
        } finally {
            ROOT.detachAppender(log);
        }
    }

    @Test
    void whereNothingHappensACommentKeepsTheConnection() throws IOException {
        try (Client quiet = Client.onMemory("city-api.streams.heartbeat", "200ms");
                EventReader events = new EventReader(quiet.port(), PATH, "Authorization: Bearer editor")) {
            for (int i = 0; i < 3; i++) {
                assertThat(events.next(":")).isEqualTo(":");
            }
        }
    }

    @Test
    void whereAllPlacesAreTakenThereIsNoneForAnybody() throws IOException {
        try (Client full = Client.onMemory("city-api.streams.in-all", "1");
                EventReader events = new EventReader(full.port(), PATH, "Authorization: Bearer admin")) {
            assertThat(events.head().get(0)).contains(" 200 ");
            HttpResponse<String> refused = full.get(PATH, EDITOR);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("this server has room for");
            assertThat(Client.header(refused, "Retry-After")).isEqualTo("30");
        }
    }

    @Test
    void whoDoesNotReadIsCutOffAndHisPlaceIsFreeAgain() throws Exception {
        String[] settings = {"city-api.streams.heartbeat", "300ms", "city-api.streams.in-all", "1"};
        try (Client small = Client.onMemory(settings)) {
            String names = "\"" + "x".repeat(190) + "\"";
            String many = names;
            for (int i = 0; i < 190; i++) {
                many += "," + names.replace("\"x", "\"" + i);
            }
            String large = Client.PARIS.replace("}", ",\"otherNames\":[" + many + "]}");
            for (int i = 0; i < 200; i++) {
                assertThat(small.add(large).statusCode()).isEqualTo(201);
            }
            assertNoWarning(() -> {
                try (EventReader stuck = new EventReader(small.port(), PATH, "Authorization: Bearer admin")) {
                    assertThat(stuck.head().get(0)).contains(" 200 ");
                    assertThat(isFree(small)).isTrue();
                }
            });
        }
    }

    private static boolean isFree(Client app) throws Exception {
        for (int i = 0; i < 50; i++) {
            try (EventReader events = new EventReader(app.port(), PATH, "Authorization: Bearer editor")) {
                if (events.head().get(0).contains(" 200 ")) {
                    return true;
                }
            }
            Thread.sleep(200);
        }
        return false;
    }
}
