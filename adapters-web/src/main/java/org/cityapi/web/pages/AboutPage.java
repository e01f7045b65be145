package org.cityapi.web.pages;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.ServerSettings;
import org.cityapi.web.limit.LimitSettings;
import org.jspecify.annotations.Nullable;

/** Where the data comes from, under which licence, and what runs here; to administrators, how it is set up. */
@Controller("/about")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class AboutPage {

    private final Pages pages;
    private final Installation installation;
    private final CurrentActor actor;
    private final RunningParts parts;
    private final SignInChoices providers;
    private final LimitSettings limits;
    private final long importBytes;

    AboutPage(
            Pages pages,
            Installation installation,
            CurrentActor actor,
            RunningParts parts,
            SignInChoices providers,
            LimitSettings limits,
            @Value("${" + ServerSettings.MOST_IMPORTED + "}") long importBytes) {
        this.pages = pages;
        this.installation = installation;
        this.actor = actor;
        this.parts = parts;
        this.providers = providers;
        this.limits = limits;
        this.importBytes = importBytes;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("version", installation.version());
        shown.put("parts", Assets.PARTS);
        if (actor.get().permissions().contains(Permission.MANAGE_USERS)) {
            shown.put("settings", new TreeMap<>(installation.settings()));
            shown.put("running", running(Texts.of(request)));
        }
        return pages.showToAll(request, HttpStatus.OK, "about", shown);
    }

    private Running running(Texts texts) {
        RunningParts.Now now = parts.now();
        return new Running(
                Runtime.version() + " (" + System.getProperty("java.vendor", "") + ")",
                now.database(),
                now.schema(),
                label(now.redis()),
                label(now.replica()),
                now.data(),
                texts.time(now.startedAt()),
                providers.all().stream().map(SignInChoices.Choice::title).collect(Collectors.joining(", ")),
                limits.quotas().map(quotas -> Limits.of(quotas, texts)).orElse(null),
                texts.number(importBytes >> 20));
    }

    private static String label(RunningParts.Reach reach) {
        return reach.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What runs here, as a reader of the page writes it.
     *
     * @param redis and replica: keys of words
     * @param limits null where nobody is limited
     * @param imports megabytes that a file may have
     */
    record Running(
            String java,
            String database,
            String schema,
            String redis,
            String replica,
            String data,
            String started,
            String providers,
            @Nullable Limits limits,
            String imports) {}

    /** How often in a minute something may be asked for. */
    record Limits(String anonymous, String signedIn, String signIn) {

        static Limits of(LimitSettings.Quotas quotas, Texts texts) {
            return new Limits(
                    texts.number(quotas.anonymous().uses()),
                    texts.number(quotas.signedIn().uses()),
                    texts.number(quotas.signIn().uses()));
        }
    }
}
