package org.cityapi.bootstrap;

import org.cityapi.application.FindCities;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.SearchText;
import org.cityapi.web.pages.cities.PageWarmUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page and a search that nobody waits for, the search with a typing error: so that the first person's page need not be
 * parsed, and his search need not read all words first.
 */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final CityQuery MISTYPED = new CityQuery(CityFilter.ALL, SearchText.of("Amsterdma"), null, null);

    private WarmUp() {}

    /** Begins in the background, when the register serves already; of an empty one nothing is worth it. */
    static void start(PageWarmUp pages, FindCities find) {
        Thread thread = new Thread(() -> run(pages, find), "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(PageWarmUp pages, FindCities find) {
        try {
            if (!find.after(null, 1).isEmpty()) {
                pages.run();
                find.page(MISTYPED, Scroll.first(1));
            }
        } catch (RuntimeException busyOrClosing) {
            LOG.debug("Whoever comes first will wait", busyOrClosing);
        }
    }
}
