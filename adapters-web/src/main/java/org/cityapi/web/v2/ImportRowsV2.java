package org.cityapi.web.v2;

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
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportJob;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.Languages;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.http.QueryParameters;

/** What becomes of the rows of imports, in version 2. */
@Controller(ImportsV2.PATH)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Told.Always
final class ImportRowsV2 {

    private final ImportCities imports;
    private final ImportTexts texts;
    private final CurrentActor actor;
    private final SignedCursors cursors;

    ImportRowsV2(ImportCities imports, ImportTexts texts, CurrentActor actor, SignedCursors cursors) {
        this.imports = imports;
        this.texts = texts;
        this.actor = actor;
        this.cursors = cursors;
    }

    @Get(ImportsV2.ONE + "/errors")
    @ImportRowOperations.ReadRejectedRows
    @Produces("text/csv")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<InputStream> errors(HttpRequest<?> request, @PathVariable String id) {
        Actor caller = ImportsV2.importer(actor);
        QueryParameters.none(request);
        ImportId wanted = PathIds.imported(id);
        Locale language = Languages.of(request);
        return RejectedCsv.answer(
                imports.one(caller, wanted).job(),
                (number, max) -> imports.rows(caller, wanted, RowOutcome.REJECTED, number, max),
                faults -> texts.reason(faults, language),
                language);
    }

    @Get(ImportsV2.ONE + "/rows")
    @ImportRowOperations.ListImportRows
    @Produces(MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> rows(HttpRequest<?> request, @PathVariable String id) {
        Actor caller = ImportsV2.importer(actor);
        ImportRowPageV2.Asked asked = ImportRowPageV2.asked(request, PathIds.imported(id), cursors);
        ImportJob job = imports.one(caller, asked.id()).job();
        List<ImportRow> found = imports.rows(caller, asked.id(), asked.outcome(), asked.number(), asked.wider());
        Locale language = Languages.of(request);
        ImportRowPageV2 page = ImportRowPageV2.of(found, asked, cursors, row -> texts.row(row, job, language));
        return Languages.mark(HttpResponse.ok(page), language)
                .header(HttpHeaders.LINK, PageLinks.of(request, null, page.nextCursor()));
    }
}
