package org.cityapi.web.pages.cities;

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
import org.cityapi.web.http.PathIds;
import org.cityapi.web.pages.SentForm;

/** The pages of single cities, and the forms on them. Who may do what is judged by the use cases. */
@Controller(CityListPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class CityPages {

    private static final String ONE = "/{id:[1-9][0-9]*}";
    private static final String CELL = ONE + "/cell/{field:name|population}";

    private final OneCityPage city;
    private final CityForms forms;
    private final FieldCheck checks;
    private final CellEdits cells;

    CityPages(OneCityPage city, CityForms forms, FieldCheck checks, CellEdits cells) {
        this.city = city;
        this.forms = forms;
        this.checks = checks;
        this.cells = cells;
    }

    @Get(ONE)
    HttpResponse<?> show(HttpRequest<?> request, @PathVariable String id) {
        return city.show(request, PathIds.city(id));
    }

    @Get("/new")
    HttpResponse<?> empty(HttpRequest<?> request) {
        return forms.empty(request);
    }

    /** What is sent here is only shown again, so that no proof of its origin is asked for. */
    @Post("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> again(HttpRequest<byte[]> request) {
        return forms.again(request, SentForm.of(request));
    }

    /** What is wrong with one field of the form, as it stands. */
    @Post("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> check(HttpRequest<byte[]> request) {
        return checks.check(request, SentForm.of(request));
    }

    @Get(ONE + "/edit")
    HttpResponse<?> filled(HttpRequest<?> request, @PathVariable String id) {
        return forms.filled(request, PathIds.city(id));
    }

    @Post(ONE + "/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<byte[]> request, @PathVariable String id) {
        return forms.change(request, PathIds.city(id), SentForm.of(request));
    }

    @Get(CELL + "/shown")
    HttpResponse<?> shown(HttpRequest<?> request, @PathVariable String id, @PathVariable String field) {
        return cells.shown(request, PathIds.city(id), field);
    }

    @Get(CELL)
    HttpResponse<?> edited(HttpRequest<?> request, @PathVariable String id, @PathVariable String field) {
        return cells.edited(request, PathIds.city(id), field);
    }

    @Post(CELL)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<byte[]> request, @PathVariable String id, @PathVariable String field) {
        return cells.change(request, PathIds.city(id), field, SentForm.of(request));
    }

    @Post(ONE + "/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(HttpRequest<byte[]> request, @PathVariable String id) {
        return city.delete(request, PathIds.city(id), SentForm.of(request));
    }

    @Post(ONE + "/restore")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> restore(HttpRequest<byte[]> request, @PathVariable String id) {
        return city.restore(request, PathIds.city(id), SentForm.of(request));
    }
}
