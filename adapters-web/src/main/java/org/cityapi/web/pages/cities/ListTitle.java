package org.cityapi.web.pages.cities;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cityapi.domain.country.Countries;
import org.cityapi.web.pages.PageWords;

/** The title of a list of cities: what it was searched and filtered for, so that tabs and bookmarks can be told apart. */
@Singleton
final class ListTitle {

    /** So many countries are named, and no more. */
    private static final int MOST_COUNTRIES = 3;

    private final PageWords words;

    ListTitle(PageWords words) {
        this.words = words;
    }

    /**
     * What means nothing in the address is no part of it.
     *
     * @param page what the page shows, as a key of the texts of pages
     */
    String of(ListAddress address, Locale language, String page) {
        List<String> parts = new ArrayList<>();
        address.one("q").map(String::strip).ifPresent(parts::add);
        List<String> countries = address.given().getOrDefault("country", List.of()).stream()
                .flatMap(codes -> Stream.of(codes.split(",")))
                .flatMap(code -> Countries.catalogue().withCode(code.strip()).stream())
                .map(country -> country.name(language))
                .limit(MOST_COUNTRIES)
                .toList();
        if (!countries.isEmpty()) {
            parts.add(String.join(", ", countries));
        }
        address.one(ListAddress.BAND)
                .flatMap(PopulationBand::labelled)
                .ifPresent(band -> parts.add(words.of(language, "cities.band." + band.label())));
        if (address.isPlaced("true") || address.isPlaced("false")) {
            String known = address.isPlaced("true") ? "cities.placed.true" : "cities.placed.false";
            parts.add(words.of(language, "cities.placed") + " (" + words.of(language, known) + ")");
        }
        parts.add(words.of(language, page));
        return String.join(" · ", parts);
    }
}
