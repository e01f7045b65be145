package org.cityapi.web.v2;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Locale;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.web.Languages;
import org.cityapi.web.http.QueryParameters;

/** Countries in version 2; they change only with the program. */
@Controller("/api/v2/countries")
@Produces(MediaType.APPLICATION_JSON)
@Secured(SecurityRule.IS_ANONYMOUS)
@Told.Always
final class CountriesV2 {

    private final Countries countries = Countries.catalogue();

    @Get
    @CountryOperations.ListCountries
    HttpResponse<?> list(HttpRequest<?> request) {
        QueryParameters.none(request);
        Locale language = Languages.of(request);
        List<CountryV2> items = countries.all().stream()
                .map(country -> CountryV2.of(country, language))
                .toList();
        return answer(new CountryListV2(items), language);
    }

    @Get("/{code}")
    @CountryOperations.ReadCountry
    HttpResponse<?> read(HttpRequest<?> request, @PathVariable String code) {
        QueryParameters.none(request);
        Country country =
                countries.withCode(code).orElseThrow(() -> new Rejection.NotFound(new Thing("country", code)));
        Locale language = Languages.of(request);
        return answer(CountryV2.of(country, language), language);
    }

    private static HttpResponse<?> answer(Object body, Locale language) {
        return Languages.mark(HttpResponse.ok(body), language).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
