package org.cityapi.web.pages.cities;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.cityapi.application.CityPage;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.BoundingBox;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.web.Languages;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.http.Views;
import org.cityapi.web.pages.Texts;
import org.cityapi.web.v2.Places;
import org.cityapi.web.v2.WantedCities;
import org.jspecify.annotations.Nullable;

/** Finds what a map draws: of the cities that an address asks for the largest, and of neighbours one alone. */
@Singleton
final class MapCities {

    static final String WINDOW = "view";

    /** Of so many cities those are chosen that are drawn. */
    private static final int MOST = 1_000;

    /** So few are all drawn. */
    private static final int FEW = 100;

    private static final int COLUMNS = 36;
    private static final int ROWS = 20;

    private final FindCities find;

    MapCities(FindCities find) {
        this.find = find;
    }

    /**
     * What is drawn.
     *
     * @param points the largest first
     * @param total how many cities there are in the window
     * @param outside how many there are besides, where nobody said which window he wants
     * @param meant whether nothing matches, so that what would match, but for typing errors, is drawn
     */
    public record Shown(MapWindow window, List<MapPoint> points, long total, long outside, boolean meant) {}

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid naming every filter that is wrong */
    Shown find(HttpRequest<?> request, ListAddress address) {
        Map<String, List<String>> asked = new LinkedHashMap<>(address.asked());
        List<String> given = request.getParameters().getAll(WINDOW);
        if (given.stream().anyMatch(window -> !window.isBlank())) {
            asked.put(WINDOW, given);
        }
        QueryParameters parameters = QueryParameters.of(asked, Set.of("country"));
        CityQuery query = WantedCities.query(parameters);
        BoundingBox box = Places.box(parameters, WINDOW).orElse(null);
        if (box != null && box.crossesAntimeridian()) {
            parameters.violations().add(WINDOW, Fault.ORDER, Map.of("first", "west", "second", "east"));
        }
        parameters.violations().throwIfAny();
        FindCities view = Views.of(find, request);
        boolean meant = query.text() != null && view.count(query) == 0;
        Function<List<CityQuery>, Found> search =
                parts -> meant ? Found.meant(view, parts) : Found.matching(view, parts);
        Found all = box == null ? search.apply(within(query, BoundingBox.WORLD)) : null;
        MapWindow window = all == null ? MapWindow.of(Objects.requireNonNull(box)) : fitting(all, query);
        Found here = search.apply(within(query, window.box()));
        Locale language = Languages.of(request);
        return new Shown(
                window,
                drawn(here, window, new Texts(language), language),
                here.total(),
                all == null || window.equals(MapWindow.WORLD) ? 0 : all.total() - here.total(),
                meant && here.total() > 0);
    }

    /**
     * Cities in a part of the world.
     *
     * @param largest so many as are looked at, in that order
     */
    private record Found(List<City> largest, long total) {

        /** Those that match. */
        static Found matching(FindCities view, List<CityQuery> parts) {
            List<City> largest = largest(parts, part -> view.matching(part, Scroll.first(MOST)));
            // Where all are read, nobody needs to count.
            long total = largest.size() < MOST
                    ? largest.size()
                    : parts.stream().mapToLong(view::count).sum();
            return new Found(largest, total);
        }

        /** Those that would match, but for typing errors, where none does. */
        static Found meant(FindCities view, List<CityQuery> parts) {
            List<City> largest = largest(parts, part -> view.page(part, Scroll.first(MOST)));
            return new Found(largest, largest.size());
        }

        private static List<City> largest(List<CityQuery> parts, Function<CityQuery, CityPage> find) {
            return parts.stream()
                    .flatMap(part -> find.apply(part).cities().stream())
                    .sorted(Comparator.comparing(
                            (City city) -> -city.details().population().value()))
                    .limit(MOST)
                    .toList();
        }

        boolean isWhole() {
            return largest.size() == total;
        }
    }

    /** The window that shows what was asked for; the world where nothing was. */
    private static MapWindow fitting(Found all, CityQuery query) {
        if (query.filter().equals(CityFilter.ALL) && query.text() == null && query.near() == null) {
            return MapWindow.WORLD;
        }
        BoundingBox box = query.filter().box();
        if (box != null && !box.equals(BoundingBox.WORLD) && !box.crossesAntimeridian()) {
            return MapWindow.of(box);
        }
        return MapWindow.of(all.largest().stream().map(MapCities::place).toList());
    }

    /** The same query for a part of the world, in pieces; none where nothing can be there. */
    private static List<CityQuery> within(CityQuery query, BoundingBox window) {
        CityFilter filter = query.filter();
        if (filter.unplaced()) {
            return List.of();
        }
        List<BoundingBox> boxes =
                filter.box() == null ? List.of(window) : filter.box().common(window);
        return boxes.stream()
                .map(box -> new CityQuery(
                        new CityFilter(
                                filter.countries(),
                                filter.minPopulation(),
                                filter.maxPopulation(),
                                box,
                                filter.circle(),
                                false),
                        query.text(),
                        null,
                        CitySort.DEFAULT))
                .toList();
    }

    /** Of those in one square of the map, the largest alone; how many more there are is said where all are known. */
    private static List<MapPoint> drawn(Found here, MapWindow window, Texts texts, Locale language) {
        List<City> cities = here.largest();
        Map<Object, List<City>> squares = new LinkedHashMap<>();
        for (City city : cities) {
            Object square = cities.size() <= FEW ? city.id() : square(place(city), window);
            squares.computeIfAbsent(square, first -> new ArrayList<>()).add(city);
        }
        return squares.values().stream()
                .map(some -> MapPoint.of(
                        some.get(0), place(some.get(0)), here.isWhole() ? some.size() - 1 : 0, texts, language))
                .toList();
    }

    private static List<Long> square(Coordinates place, MapWindow window) {
        long width = window.east() - (long) window.west();
        long height = window.north() - (long) window.south();
        return List.of(
                (place.longitudeE6() - (long) window.west()) * COLUMNS / width,
                (place.latitudeE6() - (long) window.south()) * ROWS / height);
    }

    private static Coordinates place(City city) {
        @Nullable Coordinates place = city.details().coordinates();
        return Objects.requireNonNull(place, "A box holds places alone");
    }
}
