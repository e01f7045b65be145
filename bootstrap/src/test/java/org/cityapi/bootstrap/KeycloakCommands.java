package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What docs/security.md tells whoever tries the register with Keycloak; the tests do as it says, on other ports. */
record KeycloakCommands(int keycloakPort, int registerPort) {

    private static final Path PROJECT =
            Path.of(System.getProperty("city-api.jar")).resolveSibling("../..");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("export (\\w+)=(\\S+)");
    private static final Pattern FETCH = Pattern.compile("mvn .*:(keycloak-quarkus-dist):(.*):(tar.gz) .*");

    /** Starts Keycloak in the present folder; Maven has fetched the archive already. */
    String toStartKeycloak() {
        return FETCH.matcher(block(0))
                .replaceFirst("set -e; ln -s '" + System.getProperty("keycloak.archive") + "' $1-$2.$3")
                .replace(" bootstrap/", " '" + PROJECT.toAbsolutePath() + "'/bootstrap/")
                // The shell becomes the script, which becomes the Java process: there is one to end.
                .replaceFirst("(?m)^(?=.*kc.sh start-dev)", "exec ");
    }

    /** The settings of a register that trusts it. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        SETTING.matcher(block(1)).results().forEach(setting -> settings.put(setting.group(1), setting.group(2)));
        return settings;
    }

    /** Lets a program write a city. */
    String toWriteACity() {
        return block(2);
    }

    private String block(int number) {
        try {
            String page = Files.readString(PROJECT.resolve("docs/security.md"));
            List<String> blocks = BLOCK.matcher(page.substring(page.indexOf("## Trying it with Keycloak")))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
            return blocks.get(number)
                    // Only a shell knows what stands for the output of a command.
                    .replace("$(openssl rand -base64 48)", "7vK2mQx9RtLw4ZbN8sYc3HdF6gJp1UeA")
                    .replace("8180", Integer.toString(keycloakPort))
                    .replace("8080", Integer.toString(registerPort));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
