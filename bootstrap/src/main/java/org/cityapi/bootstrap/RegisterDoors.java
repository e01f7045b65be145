package org.cityapi.bootstrap;

import java.util.HashMap;
import java.util.Map;
import org.cityapi.web.BrowserSettings;
import org.cityapi.web.client.ProxySettings;
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
            new BrowserSettings(providers.origins(), network.corsOrigins(), network.httpsOrigin()),
            new ProxySettings(network.proxies()),
            network.limits()
        };
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
