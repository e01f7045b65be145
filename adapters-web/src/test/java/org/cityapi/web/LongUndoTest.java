package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.web.Client.EDITOR;
import static org.cityapi.web.Client.header;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An undo that takes longer than its client should wait. */
class LongUndoTest {

    private final OnMemory register = new OnMemory("city-api.imports.undo-patience", "10ms");
    private final Client app = new Client(register);
    private final CountDownLatch written = new CountDownLatch(1);

    @AfterEach
    void stop() {
        written.countDown();
        app.close();
    }

    @Test
    void itIsAcceptedAndGoesOn() throws InterruptedException {
        String file = "name,country,population\nParis,FR,1\n";
        String address =
                header(app.send("POST", "/api/v2/imports", file, EDITOR, "Content-Type: text/csv"), "Location");
        assertThat(app.get(address + "/events", EDITOR).body()).contains("\"succeeded\"");
        CountDownLatch held = new CountDownLatch(1);
        Thread writer = new Thread(() -> register.ports().work().write(() -> {
            held.countDown();
            return await(written);
        }));
        writer.start();
        assertThat(await(held)).isTrue();

        HttpResponse<String> accepted = app.send("POST", address + "/undo", null, EDITOR);
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(header(accepted, "Location")).isEqualTo(address);
        assertThat(accepted.body()).contains("\"state\":\"succeeded\"");

        HttpResponse<String> again = app.send("POST", address + "/undo", null, EDITOR);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("is being undone");

        written.countDown();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!app.get(address, EDITOR).body().contains("\"state\":\"undone\"")) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(app.get("/api/v2/cities?q=paris").body()).contains("\"items\":[]");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
