package org.cityapi.web.pages.cities;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cityapi.domain.country.Countries;

/**
 * The address of a list of cities: what it says of filters, order and place, in a form of its own, so that the same list
 * has the same address. Nothing is judged here.
 *
 * @param given the values of the parameters, none of them blank
 */
public record ListAddress(Map<String, List<String>> given) {

    static final String COUNTRY = "country";
    static final String BOX = "bbox";
    static final String BAND = "band";
    static final String PAGES = "pages";
    static final String CURSOR = "cursor";

    /** How many pages stand before what is asked for, where that is a part of a page. */
    static final String SHOWN = "shown";

    private static final String PLACED = "hasCoordinates";
    private static final String MIN = "minPopulation";
    private static final String MAX = "maxPopulation";

    /** What the form on the page has no field for, or not for every value. */
    static final List<String> BESIDES = List.of(COUNTRY, MIN, MAX, BOX, "near", "radiusKm", "sort");

    /** In the order in which addresses have them. */
    private static final List<String> FILTERS =
            List.of("q", COUNTRY, BAND, MIN, MAX, PLACED, BOX, "near", "radiusKm", "sort");

    private static final List<String> ALL =
            Stream.concat(FILTERS.stream(), Stream.of(CURSOR, PAGES, SHOWN)).toList();

    /** What else an address may have, such as the campaign that a link belongs to, means nothing here. */
    static ListAddress of(HttpParameters parameters) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String name : ALL) {
            List<String> values = parameters.getAll(name).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                given.put(name, values);
            }
        }
        return new ListAddress(given);
    }

    /** Whether a form sent fields that nobody filled in. */
    static boolean hasBlanks(HttpParameters parameters) {
        return ALL.stream().anyMatch(name -> parameters.getAll(name).stream().anyMatch(String::isBlank));
    }

    public Optional<String> one(String name) {
        return Optional.ofNullable(given.get(name)).map(values -> values.get(0));
    }

    /** The same list from its beginning, with another value. */
    ListAddress with(String name, String value) {
        Map<String, List<String>> next = new LinkedHashMap<>(fromTheBeginning().given);
        next.put(name, List.of(value));
        return new ListAddress(next);
    }

    /** The same list from its beginning, without a filter. */
    ListAddress without(String name) {
        Map<String, List<String>> next = new LinkedHashMap<>(fromTheBeginning().given);
        next.remove(name);
        return new ListAddress(next);
    }

    ListAddress fromTheBeginning() {
        Map<String, List<String>> next = new LinkedHashMap<>(given);
        next.remove(CURSOR);
        next.remove(PAGES);
        next.remove(SHOWN);
        return new ListAddress(next);
    }

    /** The same from a place on. */
    ListAddress from(String cursor) {
        return with(CURSOR, cursor);
    }

    /** The rows from a place on, behind so many pages. */
    ListAddress from(String cursor, int shown) {
        Map<String, List<String>> next = new LinkedHashMap<>(from(cursor).given);
        next.put(SHOWN, List.of(Integer.toString(shown)));
        return new ListAddress(next);
    }

    /** The same place, with so many pages of it. */
    ListAddress pages(int pages) {
        Map<String, List<String>> next = new LinkedHashMap<>(given);
        next.put(PAGES, List.of(Integer.toString(pages)));
        return new ListAddress(next);
    }

    /** The parameters that the API has for the same filters and order. */
    Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (String name : FILTERS) {
            List<String> values = given.get(name);
            if (values != null && !name.equals(BAND)) {
                asked.put(name, values);
            }
        }
        one(BAND).flatMap(PopulationBand::labelled).ifPresent(band -> {
            band.least().ifPresent(least -> asked.putIfAbsent(MIN, List.of(least)));
            band.most().ifPresent(most -> asked.putIfAbsent(MAX, List.of(most)));
        });
        return asked;
    }

    /** As the query of an address of the API; empty for all cities. */
    String query() {
        return query(asked());
    }

    /** The address of the page. */
    String path() {
        return path(CityListPage.PATH);
    }

    /** That of another page with the same filters. */
    String path(String page) {
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        for (String name : ALL) {
            if (given.containsKey(name)) {
                ordered.put(name, given.get(name));
            }
        }
        String query = query(ordered);
        return query.isEmpty() ? page : page + "?" + query;
    }

    private static String query(Map<String, List<String>> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + encode(value))));
        return String.join("&", pairs);
    }

    /** What commas are for stays legible. */
    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8).replace("%2C", ",");
    }

    /** What the form on the page has no field for, to be kept by it: names and values. */
    public List<Map.Entry<String, String>> besidesForm() {
        List<Map.Entry<String, String>> kept = new ArrayList<>();
        for (String name : BESIDES) {
            List<String> values = given.getOrDefault(name, List.of());
            if (!name.equals(COUNTRY)) {
                values.forEach(value -> kept.add(Map.entry(name, value)));
            }
        }
        return kept;
    }

    /** Whether it is nothing but what the form has to choose from. */
    static boolean isInForm(String name, List<String> values) {
        return name.equals(COUNTRY)
                && values.size() == 1
                && Countries.catalogue().withCode(values.get(0)).isPresent();
    }

    /** What is said of countries, as one value; empty where nothing is. */
    Optional<String> countries() {
        return Optional.ofNullable(given.get(COUNTRY)).map(values -> String.join(",", values));
    }

    /** Whether the form's field for one country has this one. */
    public boolean isOf(String country) {
        List<String> values = given.getOrDefault(COUNTRY, List.of());
        return values.size() == 1 && values.get(0).equalsIgnoreCase(country);
    }

    /** Whether only those are wanted whose coordinates are known, or, with {@code false}, missing. */
    public boolean isPlaced(String value) {
        return one(PLACED).equals(Optional.of(value));
    }

    public boolean isOfBand(String label) {
        return one(BAND).equals(Optional.of(label));
    }
}
