package org.cityapi.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cityapi.domain.change.ChangeLog;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CityRepository;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.CitySearch;
import org.cityapi.domain.search.SearchText;
import org.cityapi.domain.search.Typos;
import org.jspecify.annotations.Nullable;

/** Reads, lists and searches cities; open to anyone. */
public final class FindCities {

    private final CityRepository cities;
    private final CitySearch search;
    private final CityStretches stretches;
    private final Predicate<CityId> told;
    private final FindCities present;

    /** On a store whose answers are those of this moment. */
    public FindCities(CityRepository cities, CitySearch search, ChangeLog changes) {
        this.cities = cities;
        this.search = search;
        stretches = new CityStretches(cities, search);
        told = changes::tellsOf;
        present = this;
    }

    /**
     * On a store whose answers may be a moment old.
     *
     * @param told whether the change log tells of a city, as {@link ChangeLog#tellsOf}, as it was when the others were
     * @param present reads the same cities as they are at this moment
     */
    public FindCities(CityRepository cities, CitySearch search, Predicate<CityId> told, FindCities present) {
        this.cities = cities;
        this.search = search;
        stretches = new CityStretches(cities, search);
        this.told = told;
        this.present = present;
    }

    /** For whoever may have written a moment ago, here or elsewhere, and shall see that. */
    public FindCities present() {
        return present;
    }

    /**
     * The city of that id.
     *
     * @throws Rejection.Gone when it was deleted
     * @throws Rejection.NotFound when there never was one
     */
    public City one(CityId id) {
        Optional<City> city = cities.find(id);
        if (city.isEmpty() && told.test(id)) {
            // It was deleted, unless it was made just now, after the first look.
            return cities.find(id).orElseThrow(() -> new Rejection.Gone(thing(id)));
        }
        return city.orElseThrow(() -> new Rejection.NotFound(thing(id)));
    }

    /** The city of that id, where nobody has to wait for it; empty says nothing: ask for {@link #one}. */
    public Optional<City> atHand(CityId id) {
        return cities.atHand(id);
    }

    /** The version of the city of that id, without reading the city; empty when it is not there. */
    public Optional<Long> version(CityId id) {
        return cities.version(id);
    }

    /** One page of a listing. Typing errors are forgiven on a first page that the others do not fill. */
    public CityPage page(CityQuery query, Scroll scroll) {
        CityPage page = matching(query, scroll);
        return hasRoomForTypos(page, query, scroll)
                ? page.with(search.typos(query, scroll.max() - page.items().size()), query.order())
                : page;
    }

    /** One page of what matches; typing errors, which take long to look for, are not forgiven on any. */
    public CityPage matching(CityQuery query, Scroll scroll) {
        return CityPage.of(stretches.of(query, wider(scroll)), scroll);
    }

    /** That {@link #page}, where nobody has to wait for it; empty says nothing: ask for {@link #page}. */
    public Optional<CityPage> pageAtHand(CityQuery query, Scroll scroll) {
        return search.atHand(query, wider(scroll))
                .map(hits -> CityPage.of(hits, scroll))
                .filter(page -> !hasRoomForTypos(page, query, scroll));
    }

    /** One more than is shown tells whether there are more. */
    private static Scroll wider(Scroll scroll) {
        return new Scroll(scroll.from(), scroll.backwards(), scroll.max() + 1);
    }

    private static boolean hasRoomForTypos(CityPage page, CityQuery query, Scroll scroll) {
        boolean first = scroll.from() == null && !scroll.backwards();
        SearchText text = query.text();
        return first && text != null && page.items().size() < scroll.max() && Typos.allowed(text) > 0;
    }

    /** How many cities a listing has on all its pages, without those for which typing errors are forgiven. */
    public long count(CityQuery query) {
        return search.count(query);
    }

    /** Up to {@code max} cities in the order of ids, those after the given one; from the beginning when it is null. */
    public List<City> after(@Nullable CityId id, int max) {
        Position from = id == null ? null : new Position(id.value(), id);
        return cities.list(CityFilter.ALL, CitySort.BY_ID, new Scroll(from, false, max));
    }

    /** Up to {@code max} cities in the order of ids, after leaving out the first {@code offset}. */
    public List<City> skipping(long offset, int max) {
        if (offset == 0) {
            return after(null, max);
        }
        return cities.idAt(offset - 1).map(last -> after(last, max)).orElse(List.of());
    }

    private static Thing thing(CityId id) {
        return new Thing("city", Long.toString(id.value()));
    }
}
