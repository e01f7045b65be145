package org.cityapi.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cityapi.application.FillEmptyRegister;
import org.cityapi.auth.AuthSettings;
import org.cityapi.auth.TrustedIssuer;
import org.cityapi.auth.local.LocalProvider;
import org.cityapi.persistence.bundled.BundledCities;
import org.cityapi.persistence.sqlite.SqliteDatabase;
import org.cityapi.persistence.sqlite.UnusableFile;
import org.cityapi.web.ServerSettings;
import org.cityapi.web.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register as it starts: checks first, then the store, then the port. */
final class Register {

    private static final Logger LOG = LoggerFactory.getLogger(Register.class);

    private Register() {}

    /** Fills the store where it is empty, and serves until the process ends or the server is closed. */
    static EmbeddedServer start(Settings settings) {
        refuseTakenPort(settings);
        try {
            SqliteDatabase.check(settings.database());
        } catch (UnusableFile e) {
            throw new CannotStart(e.getMessage());
        }
        List<String> issuers = settings.isLocal() ? List.of(startLocalProvider(settings)) : settings.issuers();
        ApplicationContext context = ApplicationContext.builder()
                .environmentPropertySource(false)
                .banner(false)
                .singletons(webSettings(settings))
                .properties(properties(settings, issuers))
                .start();
        fill(context, settings);
        EmbeddedServer server = context.getBean(EmbeddedServer.class);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        server.start();
        welcome(settings);
        return server;
    }

    private static String startLocalProvider(Settings settings) {
        int port = settings.port() + 1;
        try {
            LocalProvider.start(port);
        } catch (RuntimeException e) {
            throw new CannotStart("The local identity provider: " + e.getMessage());
        }
        return "http://localhost:" + port + "/local";
    }

    private static Map<String, Object> properties(Settings settings, List<String> issuers) {
        Map<String, Object> properties = new HashMap<>(SqliteDatabase.properties(settings.database()));
        properties.putAll(ServerSettings.properties());
        try {
            properties.putAll(AuthSettings.properties(issuers.stream()
                    .map(url -> new TrustedIssuer(url, settings.audience(), settings.permissionsClaim()))
                    .toList()));
        } catch (IllegalArgumentException e) {
            throw new CannotStart(e.getMessage());
        }
        properties.put("micronaut.server.host", settings.address());
        properties.put("micronaut.server.port", settings.port());
        return properties;
    }

    private static WebSettings webSettings(Settings settings) {
        byte[] random = new byte[Settings.SECRET_LENGTH];
        new SecureRandom().nextBytes(random);
        String secret = settings.secret().isEmpty() ? HexFormat.of().formatHex(random) : settings.secret();
        return new WebSettings(
                secret,
                settings.publicUrl(),
                settings.v1Deprecated().orElse(null),
                settings.v1Sunset().orElse(null));
    }

    private static void fill(ApplicationContext context, Settings settings) {
        if (settings.seed().equals("none")) {
            return;
        }
        BundledCities cities =
                settings.seed().equals("cities1000") ? BundledCities.CITIES_1000 : BundledCities.CITIES_15000;
        long count = context.getBean(FillEmptyRegister.class).fill(cities::open);
        if (count > 0) {
            LOG.info("Filled the empty register with {} cities (GeoNames, CC BY 4.0)", count);
        }
    }

    /** Told at once, not after the register was filled. */
    private static void refuseTakenPort(Settings settings) {
        try (ServerSocket probe = new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.address()))) {
            LOG.debug("Port {} is free", probe.getLocalPort());
        } catch (IOException e) {
            throw new CannotStart("Port " + settings.port() + " on " + settings.address() + " cannot be had: "
                    + e.getMessage() + "; set PORT to another");
        }
    }

    private static void welcome(Settings settings) {
        if (settings.isLocal()) {
            LOG.info(
                    "LOCAL MODE: no identity provider is set. Tokens for local-viewer, local-editor and local-admin"
                            + " (secret: local) at http://localhost:{}/local/token",
                    settings.port() + 1);
        }
        LOG.info("City API is ready at http://localhost:{}/api/v2/cities", settings.port());
    }
}
