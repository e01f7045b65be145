package org.cityapi.web.pages.imports;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.cityapi.application.imports.PrepareImports;
import org.cityapi.domain.imports.DraftId;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.Messages;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.pages.Busy;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.SentForm;
import org.cityapi.web.pages.Texts;
import org.cityapi.web.problem.Refusals;
import org.jspecify.annotations.Nullable;

/** The further steps of an import: its columns are matched, it is tried, and done. */
@Controller(DraftPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class DraftPages {

    static final String PATH = NewImportPages.PATH + "/{id:[1-9][0-9]*}";

    private final Pages pages;
    private final PrepareImports prepare;
    private final Messages messages;
    private final Refusals refusals;
    private final CurrentActor actor;

    DraftPages(Pages pages, PrepareImports prepare, Messages messages, Refusals refusals, CurrentActor actor) {
        this.pages = pages;
        this.prepare = prepare;
        this.messages = messages;
        this.refusals = refusals;
        this.actor = actor;
    }

    static String path(DraftId id) {
        return NewImportPages.PATH + "/" + id.value();
    }

    private static String path(ImportId id) {
        return ImportPages.PATH + "/" + id.value();
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, @PathVariable String id) {
        return orGone(request, () -> {
            ImportDraft draft = prepare.one(actor.get(), PathIds.draft(id));
            ImportId done = draft.done();
            return done == null ? show(request, HttpStatus.OK, draft) : Pages.goTo(path(done));
        });
    }

    /** Keeps what the columns mean, and tries the file; shows what is wrong with them. What was chosen is never lost. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> choose(HttpRequest<byte[]> request, @PathVariable String id) {
        ChosenColumns sent = ChosenColumns.of(SentForm.of(request));
        DraftId draft = PathIds.draft(id);
        Map<String, Object> kept = new HashMap<>(Map.of("path", path(draft), "chosen", sent.fields()));
        try {
            Actor who = actor.get();
            return who.user() == null
                    ? pages.show(request, HttpStatus.UNAUTHORIZED, "imports/lost", kept)
                    : orGone(request, () -> chosen(request, who, prepare.one(who, draft), sent));
        } catch (Rejection.Forbidden roleLost) {
            refusals.record(request, roleLost);
            kept.put("forbidden", true);
            return pages.show(request, HttpStatus.FORBIDDEN, "imports/lost", kept);
        } catch (Rejection.Unavailable busy) {
            kept.put("busy", Busy.text(messages, busy, request));
            return Busy.withWait(
                    request, busy, pages.show(request, HttpStatus.SERVICE_UNAVAILABLE, "imports/lost", kept));
        }
    }

    private HttpResponse<?> chosen(HttpRequest<?> request, Actor who, ImportDraft draft, ChosenColumns sent) {
        int columns = draft.outline().columns().size();
        ImportDraft wanted = draft.with(draft.outline().with(sent.choice(columns)), sent.wishes(), draft.usedAt());
        if (request.getAttribute(CurrentBrowser.UNPROVEN).isPresent()) {
            return show(request, HttpStatus.OK, wanted, Map.of("unproven", true));
        }
        try {
            ImportDraft chosen = prepare.choose(who, draft.id(), sent.choice(columns), sent.wishes());
            ImportId next = chosen.done() == null ? chosen.trial() : chosen.done();
            return next == null ? show(request, HttpStatus.BAD_REQUEST, chosen) : Pages.goTo(path(next));
        } catch (Rejection.Unavailable busy) {
            Map<String, Object> why = Map.of("busy", Busy.text(messages, busy, request));
            return Busy.withWait(request, busy, show(request, HttpStatus.SERVICE_UNAVAILABLE, wanted, why));
        }
    }

    /** Does what the dry run has told; if the columns were matched anew since, they are shown. */
    @Post("/run")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> run(HttpRequest<byte[]> request, @PathVariable String id) {
        return orGone(request, () -> {
            SentForm sent = SentForm.of(request);
            DraftId draft = PathIds.draft(id);
            Long trial = sent.number("trial");
            ImportDraft there = prepare.one(actor.get(), draft);
            ImportId done = trial == null ? there.done() : done(draft, new ImportId(trial), sent.has("skip"));
            return Pages.goTo(done == null ? path(draft) : path(done));
        });
    }

    private @Nullable ImportId done(DraftId draft, ImportId trial, boolean skips) {
        return prepare.run(actor.get(), draft, trial, skips).orElse(null);
    }

    @Post("/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(HttpRequest<?> request, @PathVariable String id) {
        return orGone(request, () -> {
            prepare.letGo(actor.get(), PathIds.draft(id));
            return Pages.goTo(ImportPages.PATH);
        });
    }

    private HttpResponse<?> orGone(HttpRequest<?> request, Supplier<HttpResponse<?>> answer) {
        try {
            return answer.get();
        } catch (Rejection.NotFound gone) {
            return pages.show(request, HttpStatus.NOT_FOUND, "imports/gone", Map.of());
        }
    }

    private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, ImportDraft draft) {
        return show(request, status, draft, Map.of());
    }

    private MutableHttpResponse<?> show(
            HttpRequest<?> request, HttpStatus status, ImportDraft draft, Map<String, Object> more) {
        Map<String, Object> shown = new HashMap<>(more);
        shown.put("draft", DraftView.of(draft, Texts.of(request), status == HttpStatus.BAD_REQUEST));
        shown.put("filling", true);
        return pages.show(request, status, "imports/columns", shown);
    }
}
