package org.cityapi.bootstrap;

import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.TimeZone;
import org.cityapi.persistence.ToldFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the register, or runs a command on it; what keeps it from that is told in one line, with exit code 1, or 2 for
 * arguments that mean nothing.
 */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        // PostgreSQL refuses connections of a process whose zone it does not know; nothing here depends on it.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (arguments.length > 0) {
            System.exit(new Commands(Printer.ofProcess(System.getenv())).run(arguments));
        }
        try {
            start();
        } catch (BadSetting | ToldFailure told) {
            stop(told.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.error("Cannot start", unforeseen);
            stop("An unforeseen fault, see above");
        }
    }

    private static void start() {
        Settings settings = Settings.of(System.getenv(), DotEnv.read(Path.of(".env")));
        EmbeddedServer server = Register.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Ending.end(server, settings.shutdownDelay()), "end"));
    }

    private static void stop(@Nullable String reason) {
        System.err.println("City API cannot start: " + reason);
        System.exit(1);
    }
}
