package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.simple.SimpleHttpRequest;
import jakarta.inject.Singleton;

/**
 * The page that most people see first, made once for nobody: templates are parsed, and classes loaded, before somebody
 * waits for them.
 */
@Singleton
public final class PageWarmUp {

    private final CityListPage list;

    PageWarmUp(CityListPage list) {
        this.list = list;
    }

    /** Takes about as long as the first page would; what it makes is dropped. */
    public void run() {
        HttpRequest<?> request = new SimpleHttpRequest<>(HttpMethod.GET, CityListPage.PATH, null);
        ServerRequestContext.with(request, () -> {
            var unused = list.show(request);
        });
    }
}
