package org.cityapi.bootstrap;

import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.application.imports.ImportWorker;
import org.cityapi.web.Leaving;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a register ends: nobody who has asked is left without an answer. */
final class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    /** So long requests that have begun may take. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

    /** And so long an undo that nobody waits for any more. */
    private static final Duration UNDONE_WITHIN = Duration.ofSeconds(5);

    private Ending() {}

    /** @param delay for how long it still takes requests, so that whoever sends them can turn to other nodes */
    static void end(EmbeddedServer server, Duration delay) {
        LOG.info("City API stops");
        try {
            server.getApplicationContext().getBean(Leaving.class).begin();
            Thread.sleep(delay.toMillis());
            if (server instanceof GracefulShutdownCapable graceful) {
                graceful.shutdownGracefully()
                        .toCompletableFuture()
                        .get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException e) {
            LOG.warn("Some requests had no answer after {} seconds", ANSWERED_WITHIN.toSeconds());
        } catch (ExecutionException e) {
            LOG.warn("Not all requests were answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.getApplicationContext().getBean(ImportWorker.class).end();
        if (!server.getApplicationContext().getBean(ImportCities.class).awaitUndos(UNDONE_WITHIN)) {
            LOG.warn("An import that was being undone is as it was before: undo it again");
        }
        server.stop();
    }
}
