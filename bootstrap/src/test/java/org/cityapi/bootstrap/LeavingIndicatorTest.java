package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cityapi.web.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingIndicatorTest {

    @Test
    void aNodeThatIsAboutToStopIsAliveAndNotReady(@TempDir Path folder) {
        OnDatabase node = new OnDatabase("sqlite:" + folder.resolve("cities.db"));
        try (Client app = new Client(node)) {
            assertThat(app.get("/health/readiness").statusCode()).isEqualTo(200);
            node.leave();
            assertThat(app.get("/health/readiness").statusCode()).isEqualTo(503);
            assertThat(app.get("/health/liveness").statusCode()).isEqualTo(200);
        }
    }
}
