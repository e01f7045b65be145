package org.cityapi.web.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.application.BrowserSessions;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.session.Session;
import org.cityapi.domain.session.SessionId;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.User;
import org.jspecify.annotations.Nullable;

/** Shows people what is known of them here and where they are signed in, and lets them end that. */
@Controller(AccountPages.PATH)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountPages {

    static final String PATH = "/account";

    private static final String SESSION = "session";

    private final Pages pages;
    private final CurrentActor current;
    private final CurrentBrowser browser;
    private final BrowserSessions sessions;
    private final SignInChoices choices;

    AccountPages(
            Pages pages,
            CurrentActor current,
            CurrentBrowser browser,
            BrowserSessions sessions,
            SignInChoices choices) {
        this.pages = pages;
        this.current = current;
        this.browser = browser;
        this.sessions = sessions;
        this.choices = choices;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        Session own = own();
        Actor actor = current.get();
        User user = actor.signedIn();
        Texts texts = Texts.of(request);
        List<Row> rows = sessions.of(actor).stream()
                .map(session -> Row.of(session, choices.title(session.provider()), own.id(), texts))
                .toList();
        return pages.show(
                request,
                "account",
                Map.of(
                        "email", user.email() == null ? "" : user.email(),
                        "issuer", user.issuer(),
                        "role", user.role().name().toLowerCase(Locale.ROOT),
                        "permissions",
                                actor.permissions().stream()
                                        .sorted()
                                        .map(Right::of)
                                        .toList(),
                        "sessions", rows));
    }

    @Post("/sessions/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(@Body Map<String, Object> form) {
        own();
        Object id = form.get(SESSION);
        if (id == null) {
            throw new Rejection.Invalid(List.of(new Violation(SESSION, "", Fault.REQUIRED, Map.of())));
        }
        sessions.end(current.get(), new SessionId(id.toString()));
        return Pages.goTo(PATH);
    }

    @Post("/sessions/end-others")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> endOthers() {
        sessions.endOthers(current.get(), own().id());
        return Pages.goTo(PATH);
    }

    /** An access token tells who asks, too, but belongs to no browser. */
    private Session own() {
        return browser.session().orElseThrow(Rejection.NotSignedIn::new);
    }

    /**
     * A permission as the page lists it.
     *
     * @param key of the words for it
     * @param scope its name in tokens
     */
    record Right(String key, String scope) {

        static Right of(Permission permission) {
            return new Right(permission.name().toLowerCase(Locale.ROOT), permission.scope());
        }
    }

    /**
     * A session as the page lists it.
     *
     * @param client how its browser calls itself; null when it does not
     * @param provider as people know it
     * @param own whether it is the one that asks
     */
    record Row(String id, @Nullable String client, String provider, String started, String used, boolean own) {

        static Row of(Session session, String provider, SessionId own, Texts texts) {
            return new Row(
                    session.id().value(),
                    session.client().isEmpty() ? null : session.client(),
                    provider,
                    texts.time(session.startedAt()),
                    texts.time(session.usedAt()),
                    session.id().equals(own));
        }
    }
}
