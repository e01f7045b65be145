package org.cityapi.web.openapi;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.web.http.ETags;
import org.cityapi.web.http.Preconditions;
import org.cityapi.web.http.QueryParameters;

/** Serves the OpenAPI documents, as JSON and as YAML (RFC 9512). */
@Controller("/api/openapi")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
final class OpenApiDocuments {

    private static final String YAML = "application/yaml";
    private static final Set<String> VERSIONS = Set.of("v1", "v2");

    private final Map<String, OpenApiDocument> read = new ConcurrentHashMap<>();

    @Get("/{version}.json")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> json(HttpRequest<?> request, @PathVariable String version) {
        return answer(request, document(version).json());
    }

    @Get("/{version}.yaml")
    @Produces(YAML)
    HttpResponse<?> yaml(HttpRequest<?> request, @PathVariable String version) {
        return answer(request, document(version).yaml());
    }

    private OpenApiDocument document(String version) {
        if (!VERSIONS.contains(version)) {
            throw new Rejection.NotFound(new Thing("document", version));
        }
        return read.computeIfAbsent(version, OpenApiDocument::read);
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, String document) {
        QueryParameters.none(request);
        String tag = ETags.ofValues(document);
        return (Preconditions.isKnown(request, tag) ? HttpResponse.notModified() : HttpResponse.ok(document))
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
