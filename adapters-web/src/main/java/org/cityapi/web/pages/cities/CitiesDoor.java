package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import org.cityapi.web.http.Paths;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.SentForm;
import org.cityapi.web.v1.PlainCities;

/** {@code /cities}: the page for people, and for programs, which do not ask for HTML, what version 1 answers. */
@Controller
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@Consumes(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden // pages are not of the API, and the rest is version 1 under another address
final class CitiesDoor {

    private final CityListPage list;
    private final CityForms forms;
    private final PlainCities plain;

    CitiesDoor(CityListPage list, CityForms forms, PlainCities plain) {
        this.list = list;
        this.forms = forms;
        this.plain = plain;
    }

    @Get("/")
    HttpResponse<?> home() {
        return Pages.goTo(CityListPage.PATH);
    }

    @Get(CityListPage.PATH)
    HttpResponse<?> list(HttpRequest<?> request) {
        return Paths.isPageWanted(request) ? list.show(request) : plain.list(request);
    }

    @Post(CityListPage.PATH)
    HttpResponse<?> add(HttpRequest<byte[]> request) {
        boolean isForm = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                .isPresent();
        return Paths.isPageWanted(request) && isForm ? forms.add(request, SentForm.of(request)) : plain.add(request);
    }
}
