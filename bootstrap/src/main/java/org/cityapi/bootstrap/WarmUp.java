package org.cityapi.bootstrap;

import org.cityapi.application.FindCities;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.SearchText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A search that nobody waits for, with a typing error: so that the first person's need not read all words first. */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final CityQuery MISTYPED = new CityQuery(CityFilter.ALL, SearchText.of("Amsterdma"), null, null);

    private WarmUp() {}

    /** Searches in the background, if there is anything to find. */
    static void start(FindCities find) {
        Thread thread = new Thread(() -> search(find), "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void search(FindCities find) {
        try {
            if (!find.after(null, 1).isEmpty()) {
                find.page(MISTYPED, Scroll.first(1));
            }
        } catch (RuntimeException busyOrClosing) {
            LOG.debug("Whoever searches first will wait", busyOrClosing);
        }
    }
}
