package org.cityapi.web.pages.imports;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cityapi.application.imports.ImportCities;
import org.cityapi.application.imports.PrepareImports;
import org.cityapi.domain.imports.ImportId;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.imports.RowOutcome;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.Languages;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.Texts;
import org.cityapi.web.v2.RejectedCsv;
import org.jspecify.annotations.Nullable;

/** The imports: how each stands, what it did or would do row by row; to cancel, and to take back. */
@Controller(ImportPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class ImportPages {

    static final String PATH = "/imports";

    private static final String ONE = "/{id:[1-9][0-9]*}";
    private static final int PAGE = 50;

    private final Pages pages;
    private final ImportCities imports;
    private final PrepareImports prepare;
    private final RowWords words;
    private final CurrentActor actor;

    ImportPages(Pages pages, ImportCities imports, PrepareImports prepare, RowWords words, CurrentActor actor) {
        this.pages = pages;
        this.imports = imports;
        this.prepare = prepare;
        this.words = words;
        this.actor = actor;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        // One more than is shown tells whether there are more.
        List<ImportCities.Told> found = imports.list(
                actor.get(), () -> new ImportCities.Asked(number(request, "before", Long.MAX_VALUE), PAGE + 1));
        List<ImportCities.Told> some = found.subList(0, Math.min(found.size(), PAGE));
        Map<String, Object> shown = new HashMap<>();
        shown.put("imports", some.stream().map(each -> view(each, request)).toList());
        shown.put(
                "next",
                found.size() > PAGE
                        ? PATH + "?before=" + some.get(PAGE - 1).job().id().value()
                        : null);
        return pages.show(request, "imports/list", shown);
    }

    @Get(ONE)
    HttpResponse<?> show(HttpRequest<?> request, @PathVariable String id) {
        Actor caller = actor.get();
        ImportId wanted = PathIds.imported(id);
        ImportView view = view(imports.one(caller, wanted), request);
        RowOutcome outcome = outcome(request.getParameters().get("outcome"));
        List<ImportRow> found = imports.rows(caller, wanted, outcome, number(request, "after", 0), PAGE + 1);
        List<ImportRow> some = found.subList(0, Math.min(found.size(), PAGE));
        Locale language = Languages.of(request);
        Map<String, Object> shown = new HashMap<>();
        shown.put("import", view);
        prepare.of(caller, wanted).ifPresent(draft -> {
            shown.put("draft", DraftPages.path(draft.id()));
            ImportId done = draft.done();
            shown.put("done", done == null || done.equals(wanted) ? null : done.value());
            shown.put("step", wanted.equals(done) ? 4 : 3);
            shown.put("isTried", !wanted.equals(done) && !view.isOpen());
        });
        shown.put(
                "rows",
                some.stream().map(row -> ImportRowView.of(row, words, language)).toList());
        shown.put("outcome", outcome == null ? "" : label(outcome));
        shown.put(
                "outcomes",
                Stream.of(RowOutcome.values()).map(ImportPages::label).toList());
        shown.put(
                "next",
                found.size() > PAGE ? next(view, outcome, some.get(PAGE - 1).number()) : null);
        boolean isPart = Pages.isPartWanted(request);
        // The rows come when all is known of them.
        shown.put("isOverNow", isPart && !view.isOpen());
        String part = "by-row".equals(request.getHeaders().get("HX-Target")) ? " :: rows" : " :: state";
        return pages.show(request, "imports/one" + (isPart ? part : ""), shown);
    }

    private static String next(ImportView view, @Nullable RowOutcome outcome, long number) {
        return view.path() + "?" + (outcome == null ? "" : "outcome=" + label(outcome) + "&") + "after=" + number;
    }

    private ImportView view(ImportCities.Told told, HttpRequest<?> request) {
        Locale language = Languages.of(request);
        return ImportView.of(told, words, Texts.of(request), language);
    }

    private static @Nullable RowOutcome outcome(@Nullable String text) {
        return Stream.of(RowOutcome.values())
                .filter(each -> label(each).equals(text))
                .findFirst()
                .orElse(null);
    }

    private static String label(RowOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** What is no number is the one that begins the list. */
    private static long number(HttpRequest<?> request, String name, long first) {
        String text = request.getParameters().get(name);
        return text != null && text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : first;
    }

    /** The rows that were refused, with reasons for people, for whoever is signed in with a browser. */
    @Get(ONE + "/errors")
    @Produces({"text/csv", MediaType.ALL})
    HttpResponse<InputStream> errors(HttpRequest<?> request, @PathVariable String id) {
        Actor caller = actor.get();
        ImportId wanted = PathIds.imported(id);
        Locale language = Languages.of(request);
        return RejectedCsv.answer(
                imports.one(caller, wanted).job(),
                (number, max) -> imports.rows(caller, wanted, RowOutcome.REJECTED, number, max),
                faults -> words.reason(faults, language),
                language);
    }

    @Post(ONE + "/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(@PathVariable String id) {
        imports.cancel(actor.get(), PathIds.imported(id));
        return Pages.goTo(PATH + "/" + id);
    }

    @Post(ONE + "/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(@PathVariable String id) {
        imports.undo(actor.get(), PathIds.imported(id));
        return Pages.goTo(PATH + "/" + id);
    }
}
