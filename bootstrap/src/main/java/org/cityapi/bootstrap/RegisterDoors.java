package org.cityapi.bootstrap;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cityapi.auth.TrustedIssuer;
import org.cityapi.web.BrowserSettings;
import org.cityapi.web.client.ProxySettings;

/** How the register meets the network: ports, TLS, and what the web module is told of who may come. */
final class RegisterDoors {

    private RegisterDoors() {}

    static Object[] singletons(Settings settings, List<TrustedIssuer> issuers) {
        Network network = settings.network();
        List<String> providers =
                issuers.stream().map(issuer -> origin(issuer.url())).distinct().toList();
        return new Object[] {
            new BrowserSettings(providers, network.corsOrigins(), network.httpsOrigin()),
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

    private static String origin(String url) {
        URI address = URI.create(url);
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
