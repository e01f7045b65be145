package org.cityapi.bootstrap;

import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the register; what keeps it from starting is told in one line, with exit code 1. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.of(System.getenv(), DotEnv.read(Path.of(".env")));
            EmbeddedServer server = Register.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "end"));
        } catch (BadSetting | CannotStart told) {
            stop(told.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.error("Cannot start", unforeseen);
            stop("An unforeseen fault, see above");
        }
    }

    private static void end(EmbeddedServer server) {
        LOG.info("City API stops");
        server.stop();
    }

    private static void stop(@Nullable String reason) {
        System.err.println("City API cannot start: " + reason);
        System.exit(1);
    }
}
