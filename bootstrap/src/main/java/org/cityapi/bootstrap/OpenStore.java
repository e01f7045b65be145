package org.cityapi.bootstrap;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cityapi.web.ServerSettings;

/** The register for a command: its database, and the use cases on it, without a server and its providers. */
record OpenStore(Database database, ApplicationContext context) implements AutoCloseable {

    /** What the settings of the server say that means something to a command. */
    static SettingsReader settings(Map<String, String> environment) {
        Map<String, String> file = DotEnv.read(Path.of(".env"));
        SettingNames.check(environment.keySet(), file.keySet());
        return new SettingsReader(environment, file);
    }

    /**
     * Opens it, and brings it to the schema of this program. An SQLite file is this process' alone until it ends.
     *
     * @param wanted properties that the command needs besides
     * @throws org.cityapi.persistence.ToldFailure when it cannot be opened, or is not whole
     */
    static OpenStore open(Database database, Map<String, Object> wanted) {
        Map<String, Object> more = new HashMap<>(database.importFolder());
        more.putAll(wanted);
        database.prepare();
        ApplicationContext context = start(database, more);
        try {
            Register.refuseHalfMoved(context, database);
            return new OpenStore(database, context);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** A context with nothing in it that waits for the network. */
    static ApplicationContext start(Database database, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(ServerSettings.properties());
        properties.putAll(database.properties());
        properties.putAll(more);
        // Nobody asks a command for them.
        properties.put("micronaut.metrics.enabled", false);
        try {
            return ApplicationContext.builder()
                    .environmentPropertySource(false)
                    .banner(false)
                    .singletons(new Nodes(database.isShared()))
                    .properties(properties)
                    .start();
        } catch (RuntimeException e) {
            throw Register.notMigrated(database, e);
        }
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
