package org.cityapi.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.cityapi.application.FillEmptyRegister;
import org.cityapi.application.FindCities;
import org.cityapi.auth.AuthSettings;
import org.cityapi.auth.Site;
import org.cityapi.auth.local.LocalProvider;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.security.Secret;
import org.cityapi.persistence.ConsistentReads;
import org.cityapi.persistence.move.Move;
import org.cityapi.web.ServerSettings;
import org.cityapi.web.WebSettings;
import org.cityapi.web.pages.cities.PageWarmUp;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register as it starts: checks first, then the store, then the port. */
final class Register {

    private static final Logger LOG = LoggerFactory.getLogger(Register.class);

    private static final Duration WAIT_FOR_OTHERS = Duration.ofMinutes(2);
    private static final Duration TRY_AGAIN = Duration.ofMillis(500);

    private Register() {}

    /** Fills the store where it is empty, and serves until the process ends or the server is closed. */
    static EmbeddedServer start(Settings settings) {
        refuseTakenPorts(settings);
        settings.database().prepare();
        Seed seed = Seed.of(settings);
        Providers providers = settings.isLocal() ? startLocalProvider(settings) : settings.providers();
        ApplicationContext context = open(settings, providers);
        refuseHalfMoved(context, settings.database());
        fill(seed, context, settings.database());
        context.getBean(Nodes.class).begin(context);
        EmbeddedServer server = context.getBean(EmbeddedServer.class);
        try {
            server.start();
        } catch (ServerStartupException e) {
            throw new CannotStart("no.port", String.valueOf(e.getMessage()));
        }
        welcome(settings);
        WarmUp.start(context.getBean(PageWarmUp.class), context.getBean(FindCities.class));
        return server;
    }

    /** @throws CannotStart when a move into that database was not finished */
    static void refuseHalfMoved(ApplicationContext context, Database database) {
        context.getBean(ConsistentReads.class).inOneState(Move::unfinished).ifPresent(source -> {
            throw new CannotStart("half.moved", database, source);
        });
    }

    /** Where several registers start on one database, the others wait until the first has filled it. */
    private static void fill(Seed seed, ApplicationContext context, Database database) {
        if (!seed.isWanted()) {
            return;
        }
        FillEmptyRegister register = context.getBean(FillEmptyRegister.class);
        long end = System.nanoTime() + (database.isShared() ? WAIT_FOR_OTHERS.toNanos() : 0);
        while (true) {
            try {
                context.getBean(UnitOfWork.class).write(() -> {
                    // Once more, for a move may have begun while this register waited.
                    refuseHalfMoved(context, database);
                    seed.into(register);
                    return true;
                });
                return;
            } catch (Rejection.Unavailable e) {
                LOG.debug("Cannot fill", e);
                if (System.nanoTime() >= end || e.needed() != Dependency.WRITER) {
                    throw new CannotStart("unfilled", database, database.reason(e));
                }
                LockSupport.parkNanos(TRY_AGAIN.toNanos());
            }
        }
    }

    private static Providers startLocalProvider(Settings settings) {
        try {
            return Providers.local(
                    LocalProvider.start(settings.port() + 1, publicUrl(settings) + "/oauth/callback/local"));
        } catch (IllegalStateException e) {
            throw new CannotStart("no.port", String.valueOf(e.getMessage()));
        }
    }

    private static ApplicationContext open(Settings settings, Providers providers) {
        List<String> keys = settings.keys().isEmpty() ? List.of(Secret.random().value()) : settings.keys();
        try {
            return ApplicationContext.builder()
                    .environmentPropertySource(false)
                    .banner(false)
                    .singletons(webSettings(settings, keys), settings.people(), settings.metricsToken())
                    .singletons(new Nodes(settings.database().isShared()))
                    .singletons(RegisterDoors.singletons(settings, providers))
                    .properties(properties(settings, providers, keys))
                    .start();
        } catch (RuntimeException e) {
            throw notMigrated(settings.database(), e);
        }
    }

    /** What is told where a database cannot be brought to the schema of this program; else the failure itself. */
    static RuntimeException notMigrated(Database database, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayException failed) {
                LOG.debug("Cannot migrate", failed);
                return new CannotStart("unmigrated", database, database.reason(failed));
            }
        }
        return failure;
    }

    private static Map<String, Object> properties(Settings settings, Providers providers, List<String> keys) {
        Map<String, Object> properties = new HashMap<>(settings.database().properties());
        properties.putAll(settings.database().importFolder());
        settings.redis().ifPresent(redis -> properties.putAll(redis.properties()));
        properties.putAll(ServerSettings.properties());
        properties.putAll(ServerSettings.importing(settings.importBytes()));
        properties.put(ServerSettings.MOST_HELD, settings.bodyBytes());
        Site site = new Site(publicUrl(settings), keys.get(0), keys.subList(1, keys.size()));
        properties.putAll(AuthSettings.properties(providers.issuers(), providers.signIn(), site));
        properties.put("micronaut.server.host", settings.address());
        properties.putAll(RegisterDoors.properties(settings));
        return properties;
    }

    private static WebSettings webSettings(Settings settings, List<String> keys) {
        return new WebSettings(
                keys,
                settings.publicUrl(),
                settings.v1Deprecated().orElse(null),
                settings.v1Sunset().orElse(null));
    }

    /** Where nobody has said how the world reaches the register, only this machine does. */
    private static String publicUrl(Settings settings) {
        String scheme = settings.network().tls().isPresent() ? "https" : "http";
        return settings.publicUrl().isEmpty() ? scheme + "://localhost:" + settings.port() : settings.publicUrl();
    }

    /** Told at once, not after the register was filled. */
    private static void refuseTakenPorts(Settings settings) {
        refuseIfTaken(settings.port(), settings.address(), "port.taken");
        settings.network().httpPort().ifPresent(port -> refuseIfTaken(port, settings.address(), "port.taken.http"));
        if (settings.isLocal()) {
            refuseIfTaken(settings.port() + 1, settings.address(), "port.taken.provider");
        }
    }

    private static void refuseIfTaken(int port, String address, String key) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            LOG.debug("Port {} is free", probe.getLocalPort());
        } catch (UnknownHostException e) {
            throw new CannotStart("no.address", address);
        } catch (IOException e) {
            throw new CannotStart(key, port, address, String.valueOf(e.getMessage()));
        }
    }

    private static void welcome(Settings settings) {
        if (settings.isLocal()) {
            LOG.info(
                    "LOCAL MODE: no identity provider is set. Sign in at http://localhost:{}/login. Tokens for local-viewer, local-editor and local-admin"
                            + " (secret: local) at http://localhost:{}/local/token",
                    settings.port(),
                    settings.port() + 1);
        }
        String scheme = settings.network().tls().isPresent() ? "https" : "http";
        LOG.info("City API is ready at {}://localhost:{}/api/v2/cities", scheme, settings.port());
    }
}
