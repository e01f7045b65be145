package org.cityapi.web.v2;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.web.Languages;
import org.cityapi.web.formats.FileFormat;
import org.cityapi.web.http.QueryParameters;

/** Cities as files. */
@Controller("/api/v2/cities/export")
@Secured(SecurityRule.IS_ANONYMOUS)
@Told.Always
final class ExportV2 {

    private static final Set<String> KNOWN = Stream.concat(WantedCities.PARAMETERS.stream(), Stream.of("format"))
            .collect(Collectors.toUnmodifiableSet());

    /** What the licence of the bundled cities asks for (CC BY 4.0, 3.a). */
    private static final String LICENCE = "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\","
            + " <https://www.geonames.org/>; rel=\"author\"";

    private final Exports exports;
    private final ExportForms forms;

    ExportV2(Exports exports, ExportForms forms) {
        this.exports = exports;
        this.forms = forms;
    }

    @Get
    @CityReading.ExportCities
    @Produces({"text/csv", "application/x-ndjson", "application/geo+json", MediaType.APPLICATION_JSON, MediaType.ALL})
    CompletionStage<HttpResponse<byte[]>> export(HttpRequest<?> request) {
        FileFormat accepted = request.getParameters().contains("format") ? FileFormat.CSV : accepted(request);
        QueryParameters parameters = QueryParameters.of(request, KNOWN, WantedCities.REPEATABLE);
        FileFormat format = parameters
                .oneOf("format", FileFormat.labels())
                .flatMap(FileFormat::labelled)
                .orElse(accepted);
        CityQuery query = WantedCities.query(parameters);
        parameters.violations().throwIfAny();
        Locale language = Languages.of(request);
        return exports.begin(request, query, moment -> forms.text(format, language, moment))
                .thenApply(begun -> answer(format, language, begun));
    }

    /** The first of those that are welcome; the wire has put them in order, and a client that names none takes any. */
    private static FileFormat accepted(HttpRequest<?> request) {
        Collection<MediaType> welcome = request.accept();
        return welcome.isEmpty()
                ? FileFormat.CSV
                : welcome.stream()
                        .flatMap(type -> FileFormat.ofMediaType(type.getName()).stream())
                        .findFirst()
                        .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_ACCEPTABLE, (Object) null));
    }

    /** Declared as bytes: of anything else that comes piece by piece the framework makes an array, for it is JSON. */
    @SuppressWarnings("unchecked")
    private static HttpResponse<byte[]> answer(FileFormat format, Locale language, Exports.Begun begun) {
        MutableHttpResponse<?> answer = HttpResponse.ok(begun.bytes())
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cities." + format.label() + "\"")
                .header("Change-Sequence", Long.toString(begun.moment().sequence()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (begun.moment().loaded()) {
            answer.header(HttpHeaders.LINK, LICENCE);
        }
        // CSV names no country in any language.
        return (HttpResponse<byte[]>) (format == FileFormat.CSV ? answer : Languages.mark(answer, language));
    }
}
