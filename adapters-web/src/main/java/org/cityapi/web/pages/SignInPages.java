package org.cityapi.web.pages;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where people sign in and out. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInPages {

    static final String LOGIN = "/login";

    /** That somebody was signed out of the register, and not at his provider. */
    private static final String HERE = "here";

    private final Pages pages;
    private final SignInChoices choices;

    SignInPages(Pages pages, SignInChoices choices) {
        this.pages = pages;
        this.choices = choices;
    }

    /** Offers the providers; with one alone it goes straight on, but not right after a sign-out. */
    @Get(LOGIN)
    HttpResponse<?> login(HttpRequest<?> request) {
        String target = request.getParameters().get("target");
        String signedOut = request.getParameters().get("signed-out");
        List<Link> links = choices.all().stream()
                .map(choice -> new Link(choice.title(), withTarget(choice.path(), target)))
                .toList();
        return links.size() == 1 && signedOut == null
                ? Pages.goTo(links.get(0).path())
                : pages.show(
                        request,
                        "login",
                        Map.of(
                                "providers",
                                links,
                                "signedOut",
                                signedOut != null,
                                "signedOutHere",
                                HERE.equals(signedOut)));
    }

    @Get("/logout")
    HttpResponse<?> logout(HttpRequest<?> request) {
        return pages.show(request, "logout", Map.of());
    }

    /** Where who has signed in beside a form that he goes on with hears that he has. */
    @Get("/signed-in")
    HttpResponse<?> signedIn(HttpRequest<?> request) {
        return pages.show(request, "signed-in", Map.of());
    }

    /** The way to sign in and come back here. */
    static String andBackTo(HttpRequest<?> request) {
        return andBackTo(request.getUri().toString());
    }

    /** The way to sign in and come back to a page. */
    static String andBackTo(String target) {
        return withTarget(LOGIN, target);
    }

    /** Whoever leads back judges whether the target is a path of ours. */
    private static String withTarget(String path, @Nullable String target) {
        return target == null
                ? path
                : UriBuilder.of(path).queryParam("target", target).build().toString();
    }

    /**
     * A link on a page.
     *
     * @param title what it says
     * @param path where it leads
     */
    record Link(String title, String path) {}
}
