package org.cityapi.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.application.AddCities;
import org.cityapi.application.BrowserSessions;
import org.cityapi.application.ChangeNews;
import org.cityapi.application.CountCities;
import org.cityapi.application.EditCities;
import org.cityapi.application.ExportCities;
import org.cityapi.application.FindCities;
import org.cityapi.application.KeyedWrites;
import org.cityapi.application.KnownUsers;
import org.cityapi.application.LendTokens;
import org.cityapi.application.ManageTokens;
import org.cityapi.application.ManageUsers;
import org.cityapi.application.ReadChanges;
import org.cityapi.application.ReadHistory;
import org.cityapi.application.RestoreCities;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.application.imports.ImportParts;
import org.cityapi.application.imports.ImportWorker;
import org.cityapi.application.imports.PrepareImports;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.memory.MemoryImportFiles;
import org.cityapi.domain.memory.MemorySecurityLog;
import org.cityapi.domain.memory.Ports;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.token.TokenText;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Door;
import org.cityapi.domain.user.Identity;
import org.cityapi.domain.user.Role;
import org.cityapi.web.pages.Installation;
import org.cityapi.web.pages.RunningParts;
import org.cityapi.web.pages.RunningParts.Reach;
import reactor.core.publisher.Mono;

/**
 * The use cases over memory, and callers who are known by the word behind "Bearer": viewer, editor or admin, as if a
 * provider granted them that role's permissions, or an API token.
 */
@Factory
@Requires(env = OnMemory.ENVIRONMENT)
final class HouseOnMemory {

    private static final String ACTOR = "actor";

    @Singleton
    Ports ports() {
        return Ports.inMemory();
    }

    @Singleton
    CountedSearch search(Ports ports) {
        return new CountedSearch(ports.search());
    }

    @Singleton
    FindCities find(Ports ports, CountedSearch search) {
        return new FindCities(ports.cities(), search, ports.changes());
    }

    @Singleton
    ExportCities export(Ports ports) {
        return new ExportCities(ports.work(), ports.cities(), ports.search(), ports.changes(), 2);
    }

    @Singleton
    KnownUsers users(Ports ports) {
        return new KnownUsers(ports.work(), ports.users(), Clock.systemUTC());
    }

    @Singleton
    ManageUsers manageUsers(Ports ports, KnownUsers users) {
        return new ManageUsers(ports.work(), ports.users(), users, ports.sessions(), new MemorySecurityLog());
    }

    @Singleton
    ManageTokens manageTokens(Ports ports, KnownUsers users) {
        return new ManageTokens(
                ports.work(), ports.tokens(), ports.users(), users, new MemorySecurityLog(), Clock.systemUTC());
    }

    @Singleton
    LendTokens lendTokens(ManageTokens tokens) {
        return new LendTokens(tokens);
    }

    @Singleton
    ChangeNews news() {
        return new ChangeNews();
    }

    @Singleton
    BusyWork work(Ports ports, ChangeNews news) {
        return new BusyWork(news.announcing(ports.work()));
    }

    @Singleton
    EditCities edit(Ports ports, BusyWork work, FindCities find, KnownUsers users) {
        return new EditCities(work, ports.cities(), ports.changes(), users, find, Clock.systemUTC());
    }

    @Singleton
    KeyedWrites keyed(Ports ports) {
        return new KeyedWrites(ports.keptWrites(), Clock.systemUTC());
    }

    @Singleton
    AddCities add(Ports ports, BusyWork work, EditCities edit, KeyedWrites keyed) {
        return new AddCities(work, edit, keyed, ports.changes());
    }

    @Singleton
    ReadHistory history(Ports ports) {
        return new ReadHistory(ports.work(), ports.cities(), ports.changes(), ports.users());
    }

    @Singleton
    ReadChanges changes(Ports ports) {
        return new ReadChanges(ports.work(), ports.changes(), ports.users());
    }

    @Singleton
    CountCities counts(Ports ports) {
        return new CountCities(ports.cities(), ports.search(), Clock.systemUTC());
    }

    @Singleton
    RestoreCities restore(Ports ports, KnownUsers users) {
        return new RestoreCities(ports.work(), ports.cities(), ports.many(), ports.changes(), users, Clock.systemUTC());
    }

    @Singleton
    ImportParts importParts(Ports ports, ChangeNews news, KnownUsers users, CityFiles formats, KeyedWrites keyed) {
        return new ImportParts(
                news.announcing(ports.work()),
                ports.many(),
                ports.changes(),
                ports.imports(),
                ports.drafts(),
                new MemoryImportFiles(),
                formats,
                keyed,
                users,
                Clock.systemUTC(),
                "here",
                ServerSettings.IMPORT_BYTES);
    }

    @Singleton
    ImportWorker importWorker(ImportParts parts) {
        return new ImportWorker(parts, failure -> {
            throw new AssertionError(failure);
        });
    }

    @Singleton
    ImportCities imports(
            ImportParts parts, ImportWorker worker, @Value("${city-api.imports.undo-patience}") Duration patience) {
        return new ImportCities(parts, worker, patience);
    }

    @Singleton
    RunningParts runningParts() {
        return () -> new RunningParts.Now(
                "Memory <1>", "7", Reach.DOWN, Reach.NONE, "cities1000", Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Singleton
    PrepareImports prepareImports(ImportParts parts, ImportWorker worker) {
        return new PrepareImports(parts, worker);
    }

    @Singleton
    Installation installation() {
        return new Installation("1.2.3", Map.of("PORT", "8080", "REDIS_URL", ""));
    }

    @Singleton
    WebSettings settings(
            @Value("${public-url:}") String publicUrl, @Value("${keys:0123456789abcdef0123456789abcdef}") String keys) {
        Instant end = Instant.parse("2027-05-01T00:00:00Z");
        return new WebSettings(List.of(keys.split(" ")), publicUrl, end.minusSeconds(3600), end);
    }

    @Singleton
    AuthenticationFetcher<HttpRequest<?>> callers(KnownUsers users, ManageTokens tokens) {
        return request -> {
            String header = request.getHeaders().get("Authorization");
            if (header == null || RouteAttributes.getRouteMatch(request).isEmpty()) {
                return Mono.empty();
            }
            String who = header.replace("Bearer ", "");
            return who.equals("expired")
                    ? Mono.error(new Rejection.InvalidToken("The token is \"expired\""))
                    : Mono.fromSupplier(() -> authentication(
                            who.startsWith(TokenText.PREFIX) ? tokens.recognize(who) : person(users, who)));
        };
    }

    private static Actor person(KnownUsers users, String role) {
        Identity told = new Identity("https://issuer.test", role, null, null);
        return users.recognize(told, Role.valueOf(role.toUpperCase(Locale.ROOT)).permissions(), Door.API);
    }

    static Authentication authentication(Actor actor) {
        return Authentication.build(
                actor.signedIn().id().value(),
                Map.of(ACTOR, actor, "client", "local-" + actor.signedIn().subject()));
    }

    /** An API token or a session that writes is judged again each time. */
    @Singleton
    CurrentActor currentActor(ManageTokens tokens, BrowserSessions sessions) {
        return new CurrentActor() {
            @Override
            public Actor get() {
                return ServerRequestContext.currentRequest()
                        .filter(request -> request.getMethod() == HttpMethod.POST)
                        .map(request -> again(request, lastJudged(), tokens, sessions))
                        .orElseGet(this::lastJudged);
            }

            @Override
            public Actor lastJudged() {
                return ServerRequestContext.currentRequest()
                        .flatMap(request -> request.getUserPrincipal(Authentication.class))
                        .map(caller -> (Actor) caller.getAttributes().get(ACTOR))
                        .orElse(Actor.anonymous(Door.API));
            }
        };
    }

    /** The store of sessions goes away after as many times as {@code X-Judgements} says. */
    private static Actor again(HttpRequest<?> request, Actor judged, ManageTokens tokens, BrowserSessions sessions) {
        int left = request.getAttribute("judgements", Integer.class)
                .orElse(request.getHeaders().get("X-Judgements", Integer.class, Integer.MAX_VALUE));
        if (left == 0) {
            throw new Rejection.Unavailable(new ConnectException("no sessions"));
        }
        request.setAttribute("judgements", left - 1);
        if (judged.byApiToken()) {
            return tokens.recognize(
                    String.valueOf(request.getHeaders().get("Authorization")).replace("Bearer ", ""));
        }
        return judged.door() == Door.WEB
                ? BrowsersOnMemory.secret(request)
                        .flatMap(sessions::recognize)
                        .map(BrowserSessions.SignedIn::actor)
                        .orElse(Actor.anonymous(Door.WEB))
                : judged;
    }
}
