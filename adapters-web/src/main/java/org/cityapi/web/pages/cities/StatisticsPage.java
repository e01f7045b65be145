package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.application.CountCities;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.CountryTotals;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.web.Languages;
import org.cityapi.web.http.Views;
import org.cityapi.web.pages.ApiCall;
import org.cityapi.web.pages.Pages;
import org.cityapi.web.pages.Site;
import org.cityapi.web.pages.Texts;

/** The largest cities, the countries by their people in cities, and how many cities are of which size. */
@Controller(StatisticsPage.PATH)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
final class StatisticsPage {

    static final String PATH = "/statistics";

    private static final int LARGEST = 20;

    private final Pages pages;
    private final FindCities find;
    private final CountCities counts;
    private final Site site;

    StatisticsPage(Pages pages, FindCities find, CountCities counts, Site site) {
        this.pages = pages;
        this.find = find;
        this.counts = counts;
        this.site = site;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request) {
        Locale language = Languages.of(request);
        Texts texts = new Texts(language);
        List<CountryTotals> totals = counts.byCountry();
        List<Long> sizes = counts.bySize();
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "cities",
                Count.of(totals.stream().mapToLong(CountryTotals::cities).sum(), texts));
        shown.put(
                "people",
                Count.of(totals.stream().mapToLong(CountryTotals::population).sum(), texts));
        shown.put("countries", Count.of(totals.size(), texts));
        shown.put("largest", largest(request, texts));
        shown.put("byCountry", byCountry(totals, texts, language));
        shown.put(
                "bySize",
                Bar.of(
                        List.of(PopulationBand.values()),
                        PopulationBand::label,
                        band -> sizes.get(band.size()),
                        band -> CityListPage.PATH + "?band=" + band.label(),
                        texts));
        String largest = "/api/v2/cities?sort=-population&limit=" + LARGEST;
        shown.put("api", List.of(ApiCall.open(site.of(request), largest)));
        return pages.showToAll(request, HttpStatus.OK, "cities/statistics", shown);
    }

    /**
     * How many there are.
     *
     * @param size which words tell it
     */
    public record Count(String size, String number) {

        static Count of(long number, Texts texts) {
            return new Count(number == 0 ? "none" : number == 1 ? "one" : "many", texts.number(number));
        }
    }

    private List<Bar> largest(HttpRequest<?> request, Texts texts) {
        List<City> cities = Views.of(find, request)
                .page(CityQuery.of(CityFilter.ALL, CitySort.DEFAULT), Scroll.first(LARGEST))
                .cities();
        return Bar.of(
                cities,
                city -> city.details().name().value(),
                city -> city.details().population().value(),
                city -> CityListPage.PATH + "/" + city.id().value(),
                texts);
    }

    private static List<Bar> byCountry(List<CountryTotals> totals, Texts texts, Locale language) {
        List<CountryTotals> most = totals.stream()
                .sorted(Comparator.comparing(CountryTotals::population).reversed())
                .toList();
        return Bar.of(
                most,
                each -> Countries.catalogue().of(each.country()).name(language),
                CountryTotals::population,
                each -> CityListPage.PATH + "?country=" + each.country().value(),
                texts);
    }
}
