package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that is about to stop says so to whoever sends it requests, and answers them all the same. */
class LeavingTest {

    private final OnMemory node = new OnMemory();
    private final Client app = new Client(node);

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void itAnswersAndClosesTheConnection() {
        String head = "GET /api/v2/cities/1 HTTP/1.1|Host: localhost||";
        try (RawConnection connection = new RawConnection(app)) {
            assertThat(connection.send(head).readUpTo("\r\n\r\n"))
                    .startsWith("HTTP/1.1 404")
                    .doesNotContainIgnoringCase("connection: close");
            node.leave();
            assertThat(connection.send(head).readToTheEnd())
                    .contains("HTTP/1.1 404")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    @Timeout(20)
    void streamsEndAndTheirClientsGoOnElsewhere() throws IOException {
        try (EventReader events =
                new EventReader(node.port(), "/api/v2/changes/stream", "Authorization: " + node.proof("admin"))) {
            assertThat(events.head().get(0)).startsWith("HTTP/1.1 200");
            assertThat(events.next("retry: ")).isNotNull();
            node.leave();
            assertThat(events.next("id: ")).isNull();
        }
    }
}
