package org.cityapi.web.pages.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cityapi.application.ManageTokens;
import org.cityapi.application.TokenDraft;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.token.ApiToken;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.SentForm;
import org.cityapi.web.pages.Texts;
import org.cityapi.web.problem.FaultWords;
import org.jspecify.annotations.Nullable;

/** A user's own API tokens: to make, which shows its text once, and to revoke. */
@Controller(TokenPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class TokenPages {

    static final String PATH = "/tokens";

    private static final List<Integer> DAYS = List.of(7, 30, 90, 365);

    private final Pages pages;
    private final ManageTokens tokens;
    private final CurrentActor actor;
    private final FaultWords texts;

    TokenPages(Pages pages, ManageTokens tokens, CurrentActor actor, FaultWords texts) {
        this.pages = pages;
        this.tokens = tokens;
        this.actor = actor;
        this.texts = texts;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        return show(request, HttpStatus.OK, Map.of());
    }

    /** The answer to the form is the page itself: nowhere else is the text of the token ever told. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<byte[]> request) {
        SentForm sent = SentForm.of(request);
        try {
            ManageTokens.Made made = tokens.make(
                    actor.get(),
                    now -> new TokenDraft(sent.text("name"), sent.all("scope"), expiry(sent.text("days"), now))
                            .check(new Violations(), now));
            return show(
                    request,
                    HttpStatus.CREATED,
                    Map.of("made", made.text().value(), "madeName", made.token().name()));
        } catch (Rejection.Invalid invalid) {
            String fault = invalid.violations().stream()
                    .map(each -> texts.text(each, Languages.of(request)))
                    .collect(Collectors.joining("; "));
            return show(request, HttpStatus.BAD_REQUEST, Map.of("fault", fault, "typed", sent.text("name")));
        }
    }

    /** What is no number of days is judged as what it is; null where nobody says. */
    private static @Nullable String expiry(String days, Instant now) {
        return days.isEmpty()
                ? null
                : days.matches("[0-9]{1,4}")
                        ? now.plus(Duration.ofDays(Long.parseLong(days))).toString()
                        : days;
    }

    @Post("/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(HttpRequest<byte[]> request) {
        tokens.revoke(actor.get(), PathIds.token(SentForm.of(request).text("token")));
        return Pages.goTo(PATH);
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, Map<String, Object> more) {
        Actor caller = actor.get();
        Locale language = Languages.of(request);
        Texts words = new Texts(language);
        Map<String, Object> shown = new HashMap<>(more);
        shown.put(
                "tokens",
                tokens.list(caller).stream().map(token -> Row.of(token, words)).toList());
        shown.put(
                "scopes", caller.permissions().stream().sorted().map(Scope::of).toList());
        shown.put("days", DAYS);
        return pages.show(request, status, "people/tokens", shown);
    }

    /**
     * A permission that a token may have.
     *
     * @param key of the words for it
     */
    record Scope(String key, String scope) {

        static Scope of(Permission permission) {
            return new Scope(permission.name().toLowerCase(Locale.ROOT), permission.scope());
        }
    }

    /**
     * A token as the page lists it.
     *
     * @param used null when it never was
     */
    record Row(
            String id,
            String name,
            String scopes,
            String made,
            String expires,
            @Nullable String used) {

        static Row of(ApiToken token, Texts texts) {
            return new Row(
                    token.id().value(),
                    token.name(),
                    token.scopes().stream().sorted().map(Permission::scope).collect(Collectors.joining(", ")),
                    texts.date(token.createdAt()),
                    texts.date(token.expiresAt()),
                    token.usedAt() == null ? null : texts.time(token.usedAt()));
        }
    }
}
