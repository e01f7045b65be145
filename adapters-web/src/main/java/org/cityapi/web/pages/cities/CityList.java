package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.application.CityPage;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.web.Languages;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.http.Views;
import org.cityapi.web.pages.Texts;
import org.cityapi.web.v2.Cursors;
import org.cityapi.web.v2.WantedCities;
import org.jspecify.annotations.Nullable;

/** Finds what an address of the list asks for. */
@Singleton
final class CityList {

    /** How many cities a page has. */
    static final int PAGE = 50;

    /** How many pages one address shows at most; what comes then has an address that begins there. */
    static final int MOST_PAGES = 10;

    private final FindCities find;
    private final Cursors cursors;

    CityList(FindCities find, Cursors cursors) {
        this.find = find;
        this.cursors = cursors;
    }

    /**
     * What is shown of a list.
     *
     * @param rows what matches
     * @param meant what would match, but for typing errors; it is not counted
     * @param total how many there are in all
     * @param next where the list goes on, with what is shown before it where that is possible; null at its end
     * @param more what is to be added for that; null at its end
     * @param beginning the address of its beginning; null where that is shown
     */
    public record Shown(
            List<CityRow> rows,
            List<CityRow> meant,
            long total,
            @Nullable String next,
            @Nullable String more,
            @Nullable String beginning) {

        /** Which words tell the total. */
        public String size() {
            return total == 0 ? "none" : total == 1 ? "one" : "many";
        }

        public boolean isEmpty() {
            return rows.isEmpty() && meant.isEmpty();
        }
    }

    /**
     * Finds it.
     *
     * @param counted whether the total is wanted; else it is told as 0, and not looked for
     * @throws org.cityapi.domain.rejection.Rejection.Invalid naming every filter that is wrong
     */
    Shown find(HttpRequest<?> request, ListAddress address, boolean counted) {
        QueryParameters parameters = QueryParameters.of(address.asked(), Set.of("country"));
        CityQuery query = WantedCities.query(parameters);
        int pages = number(address, ListAddress.PAGES, parameters, 1);
        int before = number(address, ListAddress.SHOWN, parameters, 0);
        Optional<String> cursor = address.one(ListAddress.CURSOR);
        Optional<Scroll> from =
                cursor.filter(cursors::isFormed).flatMap(formed -> cursors.read(formed, query, pages * PAGE));
        if (cursor.isPresent() && from.isEmpty()) {
            parameters.violations().add(ListAddress.CURSOR, Fault.CURSOR);
        }
        parameters.violations().throwIfAny();
        FindCities view = Views.of(find, request);
        Scroll scroll = from.orElse(Scroll.first(pages * PAGE));
        // Whoever goes on from a full page is not shown what may have been meant; the same address shows the same.
        CityPage page = pages == 1 ? view.page(query, scroll) : view.matching(query, scroll);
        Locale language = Languages.of(request);
        Texts texts = Texts.of(request);
        Map<Boolean, List<CityRow>> rows = page.items().stream()
                .collect(Collectors.partitioningBy(
                        Hit::isForgiven,
                        Collectors.mapping(hit -> CityRow.of(hit, texts, language), Collectors.toList())));
        List<CityRow> matching = Objects.requireNonNull(rows.get(false));
        List<CityRow> meant = Objects.requireNonNull(rows.get(true));
        Scroll next = page.next();
        String place = next == null ? null : cursors.write(next, query);
        long total = counted ? view.count(query) : 0;
        if (place == null) {
            return new Shown(matching, meant, total, null, null, beginning(address, from.isPresent()));
        }
        int shown = before + pages;
        // What begins in the middle is gone on with as a page of its own.
        boolean isFromTheBeginning = from.isEmpty() || before > 0;
        boolean fits = isFromTheBeginning && shown < MOST_PAGES;
        return new Shown(
                matching,
                meant,
                total,
                fits
                        ? address.fromTheBeginning().pages(shown + 1).path()
                        : address.from(place).path(),
                fits ? address.from(place, shown).path() : null,
                beginning(address, from.isPresent()));
    }

    private static @Nullable String beginning(ListAddress address, boolean isLater) {
        return isLater ? address.fromTheBeginning().path() : null;
    }

    private static int number(ListAddress address, String name, QueryParameters parameters, int usual) {
        Optional<String> text = address.one(name);
        if (text.isEmpty()) {
            return usual;
        } else if (text.get().matches("[1-9][0-9]?") && Integer.parseInt(text.get()) <= MOST_PAGES) {
            return Integer.parseInt(text.get());
        }
        parameters.violations().add(name, Fault.OUT_OF_RANGE, Map.of("min", 1, "max", MOST_PAGES));
        return usual;
    }
}
