package org.cityapi.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** What the framework can do at most: the same JSON whatever is asked, with nothing of the register behind it. */
public final class ConstantJson {

    /** Keeps its route out of the register that other tests run. */
    private static final String ENVIRONMENT = "constant-json";

    private ConstantJson() {}

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        ApplicationContext.run(
                        EmbeddedServer.class,
                        Map.of("micronaut.server.port", Integer.parseInt(arguments[0])),
                        ENVIRONMENT)
                .start();
    }

    /** A city of few words. */
    @Serdeable
    public record Answer(long id, String name, long population, String country, double latitude, double longitude) {}

    /** Routing, argument binding and JSON writing, and no more. */
    @Controller("/cities")
    @Requires(env = ENVIRONMENT)
    public static final class Cities {
        @Get("/{id}")
        public Answer one(long id) {
            return new Answer(id, "El Tarter", 1052, "AD", 42.57952, 1.65362);
        }
    }
}
