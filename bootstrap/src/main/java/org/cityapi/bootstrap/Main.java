package org.cityapi.bootstrap;

import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the register, or moves one from a database to another; what keeps it from that is told in one line, with exit code
 * 1, or 2 for arguments that mean nothing.
 */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        String doing = arguments.length == 0 ? "start" : "move the register";
        try {
            if (arguments.length > 0) {
                MoveCommand.of(arguments).run();
            } else {
                start();
            }
        } catch (BadCommand told) {
            System.err.println(told.getMessage());
            System.exit(2);
        } catch (BadSetting | CannotStart told) {
            stop(doing, told.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.error("Cannot {}", doing, unforeseen);
            stop(doing, "An unforeseen fault, see above");
        }
    }

    private static void start() {
        Settings settings = Settings.of(System.getenv(), DotEnv.read(Path.of(".env")));
        EmbeddedServer server = Register.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Ending.end(server, settings.shutdownDelay()), "end"));
    }

    private static void stop(String doing, @Nullable String reason) {
        System.err.println("City API cannot " + doing + ": " + reason);
        System.exit(1);
    }
}
