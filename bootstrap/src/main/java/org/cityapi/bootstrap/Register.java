package org.cityapi.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cityapi.application.FillEmptyRegister;
import org.cityapi.auth.AuthSettings;
import org.cityapi.auth.TrustedIssuer;
import org.cityapi.auth.local.LocalProvider;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.persistence.sqlite.SqliteDatabase;
import org.cityapi.persistence.sqlite.UnusableFile;
import org.cityapi.web.ServerSettings;
import org.cityapi.web.WebSettings;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register as it starts: checks first, then the store, then the port. */
final class Register {

    private static final Logger LOG = LoggerFactory.getLogger(Register.class);

    private Register() {}

    /** Fills the store where it is empty, and serves until the process ends or the server is closed. */
    static EmbeddedServer start(Settings settings) {
        refuseTakenPorts(settings);
        try {
            SqliteDatabase.check(settings.database());
            SqliteDatabase.claim(settings.database());
        } catch (UnusableFile e) {
            throw new CannotStart(e.getMessage());
        }
        Seed seed = Seed.of(settings);
        List<TrustedIssuer> issuers = settings.isLocal() ? List.of(startLocalProvider(settings)) : settings.issuers();
        ApplicationContext context = open(settings, issuers);
        try {
            seed.into(context.getBean(FillEmptyRegister.class));
        } catch (Rejection.Unavailable e) {
            LOG.debug("Cannot fill", e);
            throw new CannotStart("The database " + settings.database() + " is locked by another program, or full");
        }
        EmbeddedServer server = context.getBean(EmbeddedServer.class);
        try {
            server.start();
        } catch (ServerStartupException e) {
            throw new CannotStart(e.getMessage() + "; set PORT to another");
        }
        welcome(settings);
        return server;
    }

    private static TrustedIssuer startLocalProvider(Settings settings) {
        try {
            LocalProvider provider = LocalProvider.start(settings.port() + 1);
            return new TrustedIssuer(provider.issuer(), LocalProvider.AUDIENCE, TrustedIssuer.PERMISSIONS);
        } catch (IllegalStateException e) {
            throw new CannotStart(e.getMessage());
        }
    }

    private static ApplicationContext open(Settings settings, List<TrustedIssuer> issuers) {
        try {
            return ApplicationContext.builder()
                    .environmentPropertySource(false)
                    .banner(false)
                    .singletons(webSettings(settings))
                    .singletons(RegisterDoors.singletons(settings, issuers))
                    .properties(properties(settings, issuers))
                    .start();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof FlywayException failed) {
                    LOG.debug("Cannot migrate", failed);
                    String reason = String.valueOf(failed.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("");
                    throw new CannotStart("The database " + settings.database() + " cannot be migrated: " + reason);
                }
            }
            throw e;
        }
    }

    private static Map<String, Object> properties(Settings settings, List<TrustedIssuer> issuers) {
        Map<String, Object> properties = new HashMap<>(SqliteDatabase.properties(settings.database()));
        properties.putAll(ServerSettings.properties());
        properties.putAll(AuthSettings.properties(issuers));
        properties.put("micronaut.server.host", settings.address());
        properties.putAll(RegisterDoors.properties(settings));
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

    /** Told at once, not after the register was filled. */
    private static void refuseTakenPorts(Settings settings) {
        refuseIfTaken(settings.port(), settings.address(), "");
        settings.network().httpPort().ifPresent(port -> refuseIfTaken(port, settings.address(), " for plain http"));
        if (settings.isLocal()) {
            refuseIfTaken(settings.port() + 1, settings.address(), " for the local identity provider");
        }
    }

    private static void refuseIfTaken(int port, String address, String use) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            LOG.debug("Port {} is free", probe.getLocalPort());
        } catch (UnknownHostException e) {
            throw new CannotStart("BIND_ADDRESS " + address + " is no address of this machine");
        } catch (IOException e) {
            throw new CannotStart("Port " + port + " on " + address + use + " cannot be had: " + e.getMessage()
                    + "; set PORT or BIND_ADDRESS to another");
        }
    }

    private static void welcome(Settings settings) {
        if (settings.isLocal()) {
            LOG.info(
                    "LOCAL MODE: no identity provider is set. Tokens for local-viewer, local-editor and local-admin"
                            + " (secret: local) at http://localhost:{}/local/token",
                    settings.port() + 1);
        }
        String scheme = settings.network().tls().isPresent() ? "https" : "http";
        LOG.info("City API is ready at {}://localhost:{}/api/v2/cities", scheme, settings.port());
    }
}
