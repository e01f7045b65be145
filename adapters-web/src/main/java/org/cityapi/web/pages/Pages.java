package org.cityapi.web.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.thymeleaf.WebContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.User;
import org.cityapi.web.Languages;
import org.cityapi.web.RequestId;
import org.cityapi.web.http.Paths;
import org.thymeleaf.TemplateEngine;

/** Gives every page what every page shows: its language, who is signed in, and the proof that forms send along. */
@Singleton
public final class Pages {

    private static final String PART = "HX-Request";
    private static final MediaType HTML = new MediaType("text/html;charset=utf-8");

    private final Site site;
    private final TemplateEngine templates;
    private final CurrentActor actor;
    private final CurrentBrowser browser;

    Pages(Site site, TemplateEngine templates, CurrentActor actor, CurrentBrowser browser) {
        this.site = site;
        this.templates = templates;
        this.actor = actor;
        this.browser = browser;
    }

    /** A page about the person who asks, or for nobody else's eyes: it is stored nowhere. */
    public MutableHttpResponse<?> show(HttpRequest<?> request, String view, Map<String, Object> shown) {
        return show(request, HttpStatus.OK, view, shown);
    }

    /** The same with another status. */
    public MutableHttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, String view, Map<String, Object> shown) {
        return fill(request, HttpResponse.status(status), view, shown);
    }

    /** A page that everybody sees alike; of whoever is not signed in a browser keeps it for the way back. */
    public MutableHttpResponse<?> showToAll(
            HttpRequest<?> request, HttpStatus status, String view, Map<String, Object> shown) {
        MutableHttpResponse<?> page = show(request, status, view, shown);
        if (request.getUserPrincipal().isEmpty()) {
            page.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        return page.header(HttpHeaders.VARY, "Cookie").header(HttpHeaders.VARY, PART);
    }

    /** Whether a script of a page asks for a part of it, and not, for the way back, for the whole. */
    public static boolean isPartWanted(HttpRequest<?> request) {
        return request.getHeaders().contains(PART) && !request.getHeaders().contains("HX-History-Restore-Request");
    }

    /** The page of a refusal, in a response that has its status; a browser that is not signed in is led to where it can. */
    public MutableHttpResponse<?> refuse(
            HttpRequest<?> request, MutableHttpResponse<?> response, String title, String detail) {
        if (response.code() == HttpStatus.UNAUTHORIZED.getCode()
                && request.getMethod() == HttpMethod.GET
                && !request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
            if (isPartWanted(request)) {
                response.header("HX-Redirect", SignInPages.andBackTo(shownNow(request)));
            } else {
                response.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, SignInPages.andBackTo(request));
            }
            response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        }
        Map<String, Object> shown = new HashMap<>(Map.of(
                "title",
                title,
                "detail",
                detail,
                "large",
                isLargeForm(request, response),
                "gone",
                response.code() == HttpStatus.GONE.getCode(),
                "requestId",
                RequestId.of(request)));
        if (response.code() == HttpStatus.UNAUTHORIZED.getCode()) {
            String back = before(request).orElse(AccountPages.PATH);
            shown.put("here", back);
            shown.put("signIn", SignInPages.andBackTo(back));
        }
        return fill(request, response, "error", shown);
    }

    /** The page on which a form stood that was sent in vain, as far as the browser tells. */
    private Optional<String> before(HttpRequest<?> request) {
        return OwnPath.before(request, site.of(request)).filter(before -> {
            String path = before.replaceFirst("\\?.*", "");
            return !Paths.isForPrograms(path) && !Paths.isBelow(path, SignInPages.LOGIN);
        });
    }

    /** Where the ways to other languages and to the sign-in lead back to: not to where a form was sent, which is no page. */
    private String here(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET
                ? request.getUri().toString()
                : before(request).orElse(request.getPath());
    }

    /** Whether a form was sent that is too large to be read, and so to be shown again. */
    private static boolean isLargeForm(HttpRequest<?> request, HttpResponse<?> response) {
        return response.code() == HttpStatus.REQUEST_ENTITY_TOO_LARGE.getCode()
                && request.getContentType()
                        .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                        .isPresent();
    }

    /** The page that a part is wanted for, as its script says; whoever leads back there judges it. */
    public static String shownNow(HttpRequest<?> request) {
        try {
            URI page = URI.create(request.getHeaders().get("HX-Current-URL", String.class, "/"));
            String query = page.getRawQuery();
            String path = page.getRawPath();
            return (path == null ? "/" : path) + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }

    /** Rendered at once, and not while it is sent: what fails must be able to become another answer. */
    @SuppressWarnings("unchecked") // the response is ours to give a body of another type
    private MutableHttpResponse<?> fill(
            HttpRequest<?> request, MutableHttpResponse<?> response, String view, Map<String, Object> shown) {
        Locale language = Languages.of(request);
        Map<String, Object> model = new HashMap<>(shown);
        Actor caller = actor.lastJudged();
        User user = caller.user();
        model.put("lang", language.toLanguageTag());
        model.put("style", Assets.style());
        model.put("icon", Assets.icon());
        model.put("appScripts", Assets.scripts());
        model.put("msg", new MessageArguments());
        model.putIfAbsent("theme", Preferences.theme(request).orElse(null));
        model.putIfAbsent("here", here(request));
        model.put("section", request.getPath().replaceFirst("^/([^/]*).*", "$1"));
        model.put("user", user == null ? null : user.name());
        model.put(
                "may",
                caller.permissions().stream()
                        .map(permission -> permission.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
        model.put("csrf", browser.formToken().orElse(null));
        String[] parts = view.split(" :: ", 2);
        Set<String> part = parts.length < 2 ? Set.of() : Set.of(parts[1]);
        String page = templates.process(parts[0], part, new WebContext(request, language, model));
        ((MutableHttpResponse<Object>) response).body(page).contentType(HTML);
        return Languages.mark(response, language).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The address of the script for the page on which a file is chosen. */
    public static String importScript() {
        return Assets.importScript();
    }

    /** Sends the browser to another own page, by GET. */
    public static MutableHttpResponse<?> goTo(String path) {
        return HttpResponse.seeOther(URI.create(path)).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
