package org.cityapi.auth;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cityapi.application.BrowserSessions;
import org.cityapi.application.KnownUsers;
import org.cityapi.application.ManageTokens;
import org.cityapi.application.SignIn;
import org.cityapi.domain.UnitOfWork;
import org.cityapi.domain.memory.MemorySecurityLog;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.security.SecurityLog;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SignInAttempts;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.jspecify.annotations.Nullable;

/** As much of an application as it takes to see what this module does to requests. */
final class SmallHouse {

    private SmallHouse() {}

    static final Site SITE =
            new Site("https://cities.example", "a secret key for tests and for nothing else", List.of());

    static EmbeddedServer trusting(TrustedIssuer... issuers) {
        return open(SITE, List.of(), issuers);
    }

    static EmbeddedServer open(Site site, List<SignInProvider> providers, TrustedIssuer... issuers) {
        Map<String, Object> properties = new HashMap<>(AuthSettings.properties(List.of(issuers), providers, site));
        // What comes from another origin is CsrfFilter's to judge here, though the tests call this server localhost.
        properties.put("micronaut.server.cors.localhost-pass-through", true);
        return ApplicationContext.run(EmbeddedServer.class, properties);
    }

    @Factory
    static class Wiring {
        private static final Session.Lifetime LIFETIME =
                new Session.Lifetime(Duration.ofHours(1), Duration.ofHours(12));

        @Singleton
        Ports ports() {
            return Ports.inMemory();
        }

        @Singleton
        Clock clock() {
            return new TestClock();
        }

        @Singleton
        SecurityLog log() {
            return new MemorySecurityLog();
        }

        @Singleton
        KnownUsers knownUsers(Ports ports, Clock clock) {
            return new KnownUsers(ports.work(), ports.users(), clock);
        }

        @Singleton
        UnitOfWork work(Ports ports) {
            return ports.work();
        }

        @Singleton
        SignInAttempts attempts(Ports ports) {
            return ports.attempts();
        }

        @Singleton
        SignIn signIn(Ports ports, SecurityLog log, Clock clock) {
            return new SignIn(ports.work(), ports.users(), ports.sessions(), log, Set.of("ada@example.com"), clock);
        }

        @Singleton
        BrowserSessions sessions(Ports ports, SecurityLog log, KnownIssuers issuers, Clock clock) {
            return new BrowserSessions(
                    ports.work(), ports.users(), ports.sessions(), log, LIFETIME, issuers::vouchFor, clock);
        }

        @Singleton
        ManageTokens tokens(Ports ports, KnownUsers known, SecurityLog log, KnownIssuers issuers, Clock clock) {
            return new ManageTokens(ports.work(), ports.tokens(), ports.users(), known, log, issuers::vouchFor, clock);
        }
    }

    @Controller
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Produces(MediaType.TEXT_PLAIN)
    static class Rooms {
        private final CurrentActor actors;
        private final CurrentBrowser browser;

        Rooms(CurrentActor actors, CurrentBrowser browser) {
            this.actors = actors;
            this.browser = browser;
        }

        @Get("/account")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String account() {
            return describe(actors.get())
                    + browser.session()
                            .map(session -> " in " + session.client())
                            .orElse("");
        }

        @Get("/form")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String form() {
            return browser.formToken().orElse("none");
        }

        @Post("/posts")
        @Consumes(MediaType.ALL)
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String post(HttpRequest<?> request, @Nullable @Body String body) {
            return "posted " + (body == null ? 0 : body.length());
        }

        @Post("/fields")
        @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String fields(String name) {
            return "named " + name;
        }

        @Post(uris = {"/imports/new/7{/step}", "/cities/7/cell{/step}"})
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        @Secured(SecurityRule.IS_ANONYMOUS)
        String columns(HttpRequest<?> request, @Nullable String step) {
            return request.getAttribute(CurrentBrowser.UNPROVEN).isPresent() ? "shown again" : "taken";
        }

        /** Reads its parts by itself. */
        @Post("/imports/new")
        @Consumes(MediaType.ALL)
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String inParts(HttpRequest<?> request) throws IOException {
            String body;
            try (InputStream stream =
                    ((ServerHttpRequest<?>) request).byteBody().toInputStream()) {
                body = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            String sent = body.replaceFirst("(?s).*name=\"csrf\"\r\nContent-Type: text/plain\r\n\r\n", "")
                    .replaceFirst("(?s)\r\n.*", "");
            return (request.getAttribute(CurrentBrowser.UNPROVEN).isPresent() ? "unproven, " : "")
                    + (browser.proves(sent) ? "proven by its token" : "not proven");
        }

        @Delete("/posts")
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String delete() {
            return "deleted";
        }

        @Get("/api/me")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String me() {
            return describe(actors.get());
        }

        @Post("/api/posts")
        @Consumes(MediaType.ALL)
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String postByProgram() {
            return "posted";
        }

        @Get("/open")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String open(HttpRequest<?> request) {
            assert request.getAttribute(SecurityFilter.TOKEN).isEmpty();
            return describe(actors.get());
        }

        @Post("/cities")
        @Consumes(MediaType.ALL)
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String create(@Nullable @Body String body) {
            Actor actor = actors.get();
            actor.require(Permission.CREATE_CITIES);
            return describe(actor);
        }

        /** Shows who writes, as a page does that answers. */
        @Post("/shown")
        @Consumes(MediaType.ALL)
        @Secured(SecurityRule.IS_AUTHENTICATED)
        String show(@Nullable @Body String body) {
            return describe(actors.lastJudged());
        }

        @Get("/forgotten")
        String withoutARule() {
            return "open";
        }

        private static String describe(Actor actor) {
            User user = actor.user();
            return user == null
                    ? "nobody by " + actor.door()
                    : user.name() + " <" + user.email() + "> may " + new TreeSet<>(actor.permissions()) + " by "
                            + actor.door();
        }
    }
}
