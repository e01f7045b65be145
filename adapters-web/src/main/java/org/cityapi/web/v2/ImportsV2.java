package org.cityapi.web.v2;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipException;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.formats.TooLarge;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.wire.WireException;
import org.reactivestreams.Publisher;

/** Imports of files, in version 2. */
@Controller(ImportsV2.PATH)
@Consumes(MediaType.ALL) // judged after the right to import
@Secured(SecurityRule.IS_AUTHENTICATED)
@Told.Always
final class ImportsV2 {

    static final String PATH = "/api/v2/imports";
    static final String ONE = "/{id:[1-9][0-9]*}";

    private final ImportCities imports;
    private final ImportTexts texts;
    private final ImportStream stream;
    private final Streams open;
    private final CurrentActor actor;
    private final SignedCursors cursors;
    private final long maxBytes;

    ImportsV2(
            ImportCities imports,
            ImportTexts texts,
            ImportStream stream,
            Streams open,
            CurrentActor actor,
            SignedCursors cursors,
            @Value("${micronaut.server.max-request-size}") long maxBytes) {
        this.imports = imports;
        this.texts = texts;
        this.stream = stream;
        this.open = open;
        this.actor = actor;
        this.cursors = cursors;
        this.maxBytes = maxBytes;
    }

    @Post
    @ImportOperations.CreateImport
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> add(HttpRequest<?> request) {
        ImportCities.Taken taken = take(request);
        URI address = URI.create(PATH + "/" + taken.told().job().id().value());
        MutableHttpResponse<?> answer = told(HttpResponse.accepted(address), request, taken.told());
        return taken.before() ? answer.header("Idempotency-Replayed", "true") : answer;
    }

    /** Whoever sends a file that breaks off, or a form that is packed wrongly, and still listens, is told so. */
    private ImportCities.Taken take(HttpRequest<?> request) {
        try {
            return imports.request(actor.get(), () -> ImportBody.read(request, () -> importer(actor), maxBytes));
        } catch (IOException e) {
            Fault fault = Fault.BROKEN_OFF;
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ContentLengthExceededException || cause instanceof WireException) {
                    throw (RuntimeException) cause;
                } else if (cause instanceof TooLarge tooLarge) {
                    throw new ContentLengthExceededException(tooLarge.getMessage());
                } else if (cause instanceof ZipException) {
                    fault = Fault.PACKED;
                }
            }
            Violations violations = Violations.ofParameters();
            violations.add("file", fault);
            throw violations.asRejection();
        }
    }

    @Get
    @ImportOperations.ListImports
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> list(HttpRequest<?> request) {
        Locale language = Languages.of(request);
        AtomicReference<ImportPageV2.Asked> wanted = new AtomicReference<>();
        List<ImportCities.Told> found = imports.list(actor.get(), () -> {
            ImportPageV2.Asked asked = ImportPageV2.asked(request, cursors);
            wanted.set(asked);
            return asked.wider();
        });
        ImportPageV2 page = ImportPageV2.of(
                found, Objects.requireNonNull(wanted.get()), cursors, told -> texts.job(told, language));
        return Languages.mark(HttpResponse.ok(page), language)
                .header(HttpHeaders.LINK, PageLinks.of(request, null, page.nextCursor()));
    }

    @Get(ONE)
    @ImportOperations.ReadImport
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> read(HttpRequest<?> request, @PathVariable String id) {
        Actor caller = importer(actor);
        QueryParameters.none(request);
        return told(HttpResponse.ok(), request, imports.one(caller, PathIds.imported(id)));
    }

    @Get(ONE + "/events")
    @ImportOperations.StreamImport
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Publisher<byte[]>> events(HttpRequest<?> request, @PathVariable String id) {
        Actor caller = importer(actor);
        QueryParameters.none(request);
        ImportId wanted = PathIds.imported(id);
        imports.one(caller, wanted);
        Streams.Place place = open.take(caller.signedIn().id());
        MutableHttpResponse<Publisher<byte[]>> answer = HttpResponse.ok(stream.of(request, caller, wanted, place));
        Languages.mark(answer, Languages.of(request));
        return EventStream.unbuffered(answer);
    }

    @Delete(ONE)
    @ImportOperations.CancelImport
    @Produces(MediaType.ALL) // only refusals have a body
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> cancel(HttpRequest<?> request, @PathVariable String id) {
        Actor caller = importer(actor);
        QueryParameters.none(request);
        imports.cancel(caller, PathIds.imported(id));
        return HttpResponse.status(HttpStatus.NO_CONTENT);
    }

    @Post(ONE + "/undo")
    @ImportOperations.UndoImport
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> undo(HttpRequest<?> request, @PathVariable String id) {
        Actor caller = importer(actor);
        QueryParameters.none(request);
        ImportCities.Undone undone = imports.undo(caller, PathIds.imported(id));
        MutableHttpResponse<?> answer =
                undone.done() ? HttpResponse.ok() : HttpResponse.accepted(URI.create(PATH + "/" + id));
        return told(answer, request, undone.told());
    }

    /** Whoever may not import hears that first. */
    static Actor importer(CurrentActor actor) {
        Actor caller = actor.get();
        caller.require(Permission.IMPORT_CITIES);
        return caller;
    }

    private MutableHttpResponse<?> told(MutableHttpResponse<?> answer, HttpRequest<?> request, ImportCities.Told told) {
        Locale language = Languages.of(request);
        return Languages.mark(answer.body(texts.job(told, language)), language);
    }
}
