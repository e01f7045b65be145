package org.cityapi.web.pages;

import io.micronaut.http.HttpHeaders;
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
import java.util.Map;

/** What a browser shows when the network is gone, and the script that keeps it there for then. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class OfflinePages {

    /** At the root: a worker sees to the addresses below its own. */
    static final String WORKER = "/service-worker.js";

    private static final MediaType SCRIPT = new MediaType("text/javascript;charset=utf-8");

    private final Pages pages;
    private final String worker;

    OfflinePages(Pages pages, Installation installation) {
        this.pages = pages;
        // With each other style, icon or version it is another script, and the browser takes all anew.
        this.worker = Asset.text("service-worker.js")
                .replace("{version}", installation.version().replaceAll("[^A-Za-z0-9.-]", "") + "-" + Assets.print())
                .replace("{style}", Assets.style())
                .replace("{icon}", Assets.icon());
    }

    /** The same for everybody: a browser asks for it without cookies, and keeps it. */
    @Get("/offline")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request) {
        Map<String, Object> shown = new HashMap<>(Map.of("filling", true, "alone", true));
        Preferences.theme(request.getParameters().get("theme")).ifPresent(theme -> shown.put("theme", theme));
        return pages.showToAll(request, HttpStatus.OK, "offline", shown);
    }

    /** Asked for again once an hour, whatever pages are looked at meanwhile; an old one shows its own page, style and icon. */
    @Get(WORKER)
    @Produces("text/javascript")
    HttpResponse<?> worker() {
        return HttpResponse.ok(worker).contentType(SCRIPT).header(HttpHeaders.CACHE_CONTROL, "max-age=3600");
    }
}
