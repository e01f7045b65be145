package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StreamOnMemoryTest extends StreamContract {

    private static final String PATH = "/api/v2/changes/stream";

    @Override
    protected RunningRegister start() {
        return new OnMemory();
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
            try (EventReader stuck = new EventReader(small.port(), PATH, "Authorization: Bearer admin")) {
                assertThat(stuck.head().get(0)).contains(" 200 ");
                assertThat(isFree(small)).isTrue();
            }
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
