package org.cityapi.web.pages.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.application.ManageTokens;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.token.ApiToken;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.Messages;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.pages.ApiCall;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.SentForm;
import org.cityapi.web.pages.Site;
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

    private final Pages pages;
    private final ManageTokens tokens;
    private final CurrentActor actor;
    private final MadeTokenCookie cookie;
    private final RevokedTokenCookie revoked;
    private final FaultWords words;
    private final Messages messages;
    private final Site site;

    TokenPages(
            Pages pages,
            ManageTokens tokens,
            CurrentActor actor,
            MadeTokenCookie cookie,
            RevokedTokenCookie revoked,
            FaultWords words,
            Messages messages,
            Site site) {
        this.pages = pages;
        this.tokens = tokens;
        this.actor = actor;
        this.cookie = cookie;
        this.revoked = revoked;
        this.words = words;
        this.messages = messages;
        this.site = site;
    }

    /** The text of a new token is shown once: the cookie that brings it is taken away. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        MadeToken made = cookie.read(request, actor.get().signedIn().id()).orElse(null);
        MutableHttpResponse<?> page = show(request, HttpStatus.OK, TokenForm.EMPTY, made);
        if (revoked.isPresent(request)) {
            page.cookie(revoked.without(request));
        }
        return cookie.isPresent(request) ? page.cookie(cookie.without(request)) : page;
    }

    /**
     * Leads to the page that shows the text, so that whoever loads that page again makes no second token. Nobody signed in,
     * or anew, finds again what he typed.
     */
    @Post
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<byte[]> request) {
        TokenForm form = TokenForm.of(SentForm.of(request));
        Locale language = Languages.of(request);
        if (actor.get().user() == null) {
            return show(request, HttpStatus.UNAUTHORIZED, form, null);
        } else if (request.getAttribute(CurrentBrowser.UNPROVEN).isPresent()) {
            return show(request, HttpStatus.CONFLICT, form, null);
        }
        try {
            ManageTokens.Made made =
                    tokens.make(actor.get(), now -> form.draft(now).check(new Violations(), now));
            MadeToken told = new MadeToken(made.token().name(), made.text().value());
            return Pages.goTo(PATH).cookie(cookie.with(request, made.token().owner(), told));
        } catch (Rejection.Invalid invalid) {
            Map<String, String> faults = invalid.violations().stream()
                    .collect(Collectors.toMap(
                            Violation::field, each -> words.text(each, language), (first, second) -> first));
            return show(request, HttpStatus.BAD_REQUEST, form.with(faults), null);
        } catch (Rejection.TooManyTokens tooMany) {
            String fault = messages.get(language, "rejection.too_many_tokens", Map.of("max", tooMany.max()));
            return show(request, HttpStatus.CONFLICT, form.with(Map.of("", fault)), null);
        }
    }

    @Post("/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(HttpRequest<byte[]> request) {
        tokens.revoke(actor.get(), PathIds.token(SentForm.of(request).text("token")));
        return Pages.goTo(PATH).cookie(revoked.with(request));
    }

    private MutableHttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, TokenForm form, @Nullable MadeToken made) {
        Actor caller = actor.get();
        boolean lost = caller.user() == null;
        Texts texts = Texts.of(request);
        List<ApiToken> own = lost ? List.of() : tokens.list(caller);
        Map<String, Object> shown = new HashMap<>();
        shown.put("lost", lost);
        shown.put("unproven", request.getAttribute(CurrentBrowser.UNPROVEN).isPresent() && !lost);
        shown.put("tokens", own.stream().map(token -> Row.of(token, texts)).toList());
        shown.put("revoked", status == HttpStatus.OK && revoked.isPresent(request));
        Set<Permission> allowed = lost ? form.wanted() : caller.permissions();
        shown.put("scopes", allowed.stream().sorted().map(Scope::of).toList());
        shown.put("form", form);
        shown.put("made", made);
        shown.put("api", List.of(ApiCall.signedIn(site.of(request), "/api/v2/tokens")));
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
                    texts.time(token.expiresAt()),
                    token.usedAt() == null ? null : texts.time(token.usedAt()));
        }
    }
}
