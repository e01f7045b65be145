package org.cityapi.bootstrap;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityapi.web.BrowserSettings;
import org.cityapi.web.pages.Installation;
import org.cityapi.web.pages.SignInChoices;

/** How the register meets the network: ports, TLS, and what the web module is told of who may come. */
final class RegisterDoors {

    private RegisterDoors() {}

    static Object[] singletons(Settings settings, Providers providers) {
        Network network = settings.network();
        return new Object[] {
            new SignInChoices(providers.signIn().stream()
                    .map(provider -> new SignInChoices.Choice(provider.name(), provider.title()))
                    .toList()),
            new BrowserSettings(providers.origins(), network.corsOrigins(), network.httpsOrigin(), network.tiles()),
            installation(settings),
            network.proxies(),
            network.limits()
        };
    }

    /** What administrators are told of it: no password, and no place of files or databases. */
    private static Installation installation(Settings settings) {
        String version = RegisterDoors.class.getPackage().getImplementationVersion();
        return new Installation(
                version == null ? "" : version,
                Map.of(
                        "PORT", Integer.toString(settings.port()),
                        "BIND_ADDRESS", settings.address(),
                        "PUBLIC_URL", settings.publicUrl(),
                        "CITY_SEED", settings.seed(),
                        "TRUSTED_PROXIES",
                                settings.network().proxies().trusted().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", ")),
                        "PROXY_HEADER",
                                settings.network()
                                        .proxies()
                                        .header()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        "CORS_ORIGINS", String.join(", ", settings.network().corsOrigins())));
    }

    static Map<String, Object> properties(Settings settings) {
        Network network = settings.network();
        Map<String, Object> properties = new HashMap<>();
        network.tls()
                .ifPresentOrElse(
                        files -> properties.putAll(files.properties(settings.port())),
                        () -> properties.put("micronaut.server.port", settings.port()));
        network.httpPort().ifPresent(port -> {
            properties.put("micronaut.server.dual-protocol", true);
            properties.put("micronaut.server.port", port);
        });
        return properties;
    }
}
