package org.cityapi.web.pages.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.net.URLEncoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cityapi.application.ManageUsers;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.domain.user.Role;
import org.cityapi.domain.user.User;
import org.cityapi.domain.user.UserId;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.pages.ApiCall;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.SentForm;
import org.cityapi.web.pages.Site;
import org.cityapi.web.pages.Texts;
import org.jspecify.annotations.Nullable;

/** The users, for administrators: to give a role, and to keep out. */
@Controller(UserPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class UserPages {

    static final String PATH = "/users";

    /** Parameter: the user who was changed just now. */
    private static final String CHANGED = "changed";

    private static final int PAGE = 50;

    private final Pages pages;
    private final ManageUsers users;
    private final CurrentActor actor;
    private final Site site;

    UserPages(Pages pages, ManageUsers users, CurrentActor actor, Site site) {
        this.pages = pages;
        this.users = users;
        this.actor = actor;
        this.site = site;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        Actor caller = actor.get();
        String after = request.getParameters().get("after");
        List<User> found = users.list(caller, after == null ? null : new UserId(after), PAGE);
        List<User> some = found.subList(0, Math.min(found.size(), PAGE));
        Texts texts = Texts.of(request);
        List<Row> rows = some.stream().map(user -> Row.of(user, caller, texts)).toList();
        String changed = request.getParameters().get(CHANGED);
        Map<String, Object> shown = new HashMap<>();
        shown.put("users", rows);
        shown.put("after", after);
        shown.put(
                "changed",
                rows.stream()
                        .filter(row -> row.id().equals(changed))
                        .findFirst()
                        .orElse(null));
        shown.put("roles", Stream.of(Role.values()).map(UserPages::label).toList());
        shown.put(
                "next",
                found.size() > PAGE ? PATH + "?after=" + some.get(PAGE - 1).id().value() : null);
        shown.put("api", List.of(ApiCall.signedIn(site.of(request), "/api/v2/users")));
        return pages.show(request, "people/users", shown);
    }

    /** What means nothing in the form leaves the user as he is. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<byte[]> request) {
        SentForm sent = SentForm.of(request);
        Role role = Stream.of(Role.values())
                .filter(each -> label(each).equals(sent.text("role")))
                .findFirst()
                .orElse(null);
        String disabled = sent.text("disabled");
        Boolean out = disabled.isEmpty() ? null : (Boolean) disabled.equals("true");
        UserId user = user(sent);
        users.change(actor.get(), user, () -> present -> new ManageUsers.Wanted(role, out));
        String page = sent.has("after") ? "&after=" + URLEncoder.encode(sent.text("after"), UTF_8) : "";
        return Pages.goTo(PATH + "?" + CHANGED + "=" + user.value() + page);
    }

    private UserId user(SentForm sent) {
        actor.get().require(Permission.MANAGE_USERS);
        return PathIds.user(sent.text("user"));
    }

    private static String label(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A user as the page lists him.
     *
     * @param email null where his provider tells none
     * @param seen null when he never signed in with a browser
     * @param own whether he is the one who asks
     */
    record Row(
            String id,
            String name,
            @Nullable String email,
            String issuer,
            String role,
            boolean disabled,
            @Nullable String seen,
            boolean own) {

        static Row of(User user, Actor caller, Texts texts) {
            Instant seen = user.account().signedInAt();
            return new Row(
                    user.id().value(),
                    user.name(),
                    user.email(),
                    user.issuer(),
                    label(user.role()),
                    user.account().disabled(),
                    seen == null ? null : texts.time(seen),
                    user.id().equals(caller.userId()));
        }
    }
}
