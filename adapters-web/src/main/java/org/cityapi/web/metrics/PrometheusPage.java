package org.cityapi.web.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.http.QueryParameters;

/**
 * The metrics as Prometheus reads them. Micronaut's own endpoint knows signed in from not, no permissions, and one
 * format.
 */
@Controller("/prometheus")
@Hidden // the operator's, not the API's
final class PrometheusPage {

    private static final String TEXT = "text/plain";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final PrometheusMeterRegistry meters;
    private final CurrentActor actor;

    PrometheusPage(PrometheusMeterRegistry meters, CurrentActor actor) {
        this.meters = meters;
        this.actor = actor;
    }

    @Get
    @Produces({TEXT, OPEN_METRICS})
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<String> read(HttpRequest<?> request) {
        actor.get().require(Permission.MANAGE_USERS);
        QueryParameters.none(request);
        String type = request.accept().stream()
                .map(MediaType::getName)
                .filter(name -> name.equals(TEXT) || name.equals(OPEN_METRICS))
                .findFirst()
                .orElse(TEXT);
        String version = type.equals(TEXT) ? "0.0.4" : "1.0.0";
        return HttpResponse.ok(meters.scrape(type))
                .contentType(MediaType.of(type + "; version=" + version + "; charset=utf-8"));
    }
}
