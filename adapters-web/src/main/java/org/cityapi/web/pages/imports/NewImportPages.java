package org.cityapi.web.pages.imports;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.cityapi.application.imports.PrepareImports;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.domain.user.Permission;
import org.cityapi.web.Languages;
import org.cityapi.web.Messages;
import org.cityapi.web.ServerSettings;
import org.cityapi.web.formats.JudgedAgain;
import org.cityapi.web.pages.Busy;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.problem.Refusals;
import org.cityapi.web.v2.ImportTexts;
import org.cityapi.web.wire.WireException;

/** The first step of an import: a file is chosen, or rows are pasted. */
@Controller(NewImportPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class NewImportPages {

    static final String PATH = "/imports/new";

    /** How many forms of those who may not import are read at a time, each of which holds a thread and what was pasted. */
    private static final int MOST_OF_OTHERS = 4;

    private static final int MEGABYTE = 1024 * 1024;

    private final Pages pages;
    private final PrepareImports prepare;
    private final ImportTexts texts;
    private final Messages messages;
    private final Refusals refusals;
    private final CurrentActor actor;
    private final CurrentBrowser browser;
    private final long maxBytes;
    private final Semaphore ofOthers = new Semaphore(MOST_OF_OTHERS);

    NewImportPages(
            Pages pages,
            PrepareImports prepare,
            ImportTexts texts,
            Messages messages,
            Refusals refusals,
            CurrentActor actor,
            CurrentBrowser browser,
            @Value("${" + ServerSettings.MOST_IMPORTED + "}") long maxBytes) {
        this.pages = pages;
        this.prepare = prepare;
        this.texts = texts;
        this.messages = messages;
        this.refusals = refusals;
        this.actor = actor;
        this.browser = browser;
        this.maxBytes = maxBytes;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        actor.get().require(Permission.IMPORT_CITIES);
        return show(request, HttpStatus.OK, new HashMap<>());
    }

    /** Whoever was signed out meanwhile, or has lost his role, finds again what he has pasted. */
    @Post
    @Consumes(MediaType.ALL)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> take(HttpRequest<?> request) {
        Actor caller = actor.get();
        if (caller.user() != null && caller.permissions().contains(Permission.IMPORT_CITIES)) {
            return take(request, caller);
        } else if (!ofOthers.tryAcquire()) {
            throw WireException.noRoom();
        }
        try {
            return take(request, caller);
        } finally {
            ofOthers.release();
        }
    }

    private HttpResponse<?> take(HttpRequest<?> request, Actor caller) {
        SentFile sent = SentFile.read(
                request,
                browser,
                caller,
                content -> prepare.take(
                        caller, new JudgedAgain(content, () -> actor.get().require(Permission.IMPORT_CITIES))));
        ImportDraft draft = sent.draft();
        if (draft != null && sent.fault() == null) {
            return Pages.goTo(DraftPages.path(draft.id()));
        } else if (draft != null) {
            prepare.letGo(caller, draft.id());
        }
        return again(request, sent);
    }

    private HttpResponse<?> again(HttpRequest<?> request, SentFile sent) {
        Map<String, Object> shown = new HashMap<>();
        PastedRows pasted = sent.pasted();
        String rows = pasted == null ? "" : pasted.text();
        shown.put("pasted", rows);
        shown.put("pastedCut", pasted != null && pasted.isCut() && !rows.isEmpty());
        shown.put("pastedLost", pasted != null && pasted.isTooLong());
        shown.put("fileLost", sent.hasFile());
        SentFault fault = sent.fault();
        RowFault detail = sent.detail();
        if (!sent.isOfPerson()) {
            shown.put("lost", true);
            return show(request, HttpStatus.UNAUTHORIZED, shown);
        } else if (fault == SentFault.FORBIDDEN) {
            refusals.record(request, new Rejection.Forbidden(Permission.IMPORT_CITIES.scope()));
        } else if (!sent.isProven() && (fault == null || !fault.isOfForm())) {
            shown.put("unproven", true);
            return show(request, HttpStatus.OK, shown);
        }
        Rejection.Unavailable busy = sent.busy();
        if (fault == SentFault.BUSY && busy != null) {
            shown.put("busy", Busy.text(messages, busy, request));
            return Busy.withWait(request, busy, show(request, HttpStatus.SERVICE_UNAVAILABLE, shown));
        }
        shown.put("fault", fault == null ? "nothing" : fault.name().toLowerCase(Locale.ROOT));
        if (detail != null) {
            shown.put("line", detail.line() == 0 ? null : (Long) detail.line());
            shown.put("column", detail.column());
            shown.put("why", texts.text(detail, Languages.of(request)));
        }
        MutableHttpResponse<?> answer = show(request, (fault == null ? SentFault.NOTHING : fault).status(), shown);
        return fault == SentFault.NO_ROOM ? Busy.withWait(answer) : answer;
    }

    private MutableHttpResponse<?> show(HttpRequest<?> request, HttpStatus status, Map<String, Object> shown) {
        shown.put("most", Math.max(1, maxBytes / MEGABYTE));
        shown.put("mostBytes", maxBytes);
        shown.put("script", Pages.importScript());
        shown.put("filling", true);
        return pages.show(request, status, "imports/new", shown);
    }
}
