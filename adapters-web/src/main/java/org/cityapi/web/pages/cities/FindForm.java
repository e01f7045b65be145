package org.cityapi.web.pages.cities;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.web.pages.PageWords;
import org.cityapi.web.problem.FaultWords;

/** What the form needs in which cities are looked for, on whichever page. */
@Singleton
final class FindForm {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("q", "cities.search"),
            Map.entry("country", "cities.country"),
            Map.entry("minPopulation", "cities.filter.minPopulation"),
            Map.entry("maxPopulation", "cities.filter.maxPopulation"),
            Map.entry("hasCoordinates", "cities.placed"),
            Map.entry("bbox", "cities.filter.bbox"),
            Map.entry("near", "cities.filter.near"),
            Map.entry("radiusKm", "cities.filter.radiusKm"),
            Map.entry("sort", "cities.filter.sort"),
            Map.entry("name", "cities.column.name"),
            Map.entry("population", "cities.column.population"),
            Map.entry("updatedAt", "cities.column.updatedAt"),
            Map.entry("createdAt", "city.action.create"),
            Map.entry("id", "field.id"),
            Map.entry("west", "map.move.west"),
            Map.entry("south", "map.move.south"),
            Map.entry("east", "map.move.east"),
            Map.entry("north", "map.move.north"));

    private final CountryChoices countries;
    private final FaultWords texts;
    private final PageWords words;

    FindForm(CountryChoices countries, FaultWords texts, PageWords words) {
        this.countries = countries;
        this.texts = texts;
        this.words = words;
    }

    /**
     * What is looked for among countries, where it is none to choose from.
     *
     * @param codes as in addresses
     * @param names as people read them
     */
    public record Chosen(String codes, String names) {}

    /** What its template is told. */
    Map<String, Object> of(ListAddress address, Locale language) {
        List<CountryChoice> choices = countries.in(language);
        Map<String, Object> told = new HashMap<>(
                Map.of("address", address, "countries", choices, "bands", List.of(PopulationBand.values())));
        if (choices.stream().noneMatch(each -> address.isOf(each.code()))) {
            // Several, or one that has no cities: another choice is to replace it, not to be added.
            address.countries()
                    .ifPresent(codes -> told.put("chosen", new Chosen(codes, Chip.countries(codes, language))));
        }
        return told;
    }

    /** Why nothing can be looked for. */
    List<String> faults(Rejection.Invalid invalid, Locale language) {
        return invalid.violations().stream()
                .map(each -> name(each.field(), language) + " – " + texts.text(named(each, language), language))
                .toList();
    }

    /** The same, where it names other parameters by their words, too. */
    private Violation named(Violation fault, Locale language) {
        Map<String, Object> details = new HashMap<>(fault.details());
        details.replaceAll((key, value) -> switch (key) {
            case "first", "second", "other" -> name(value.toString(), language);
            case "allowed" ->
                Stream.of(value.toString().split(", "))
                        .map(name -> name(name, language))
                        .collect(Collectors.joining(", "));
            case "form" ->
                Stream.of(value.toString().split(","))
                        .map(name -> name(name, language).toLowerCase(language))
                        .collect(Collectors.joining(","));
            default -> value;
        });
        return new Violation(fault.field(), fault.pointer(), fault.fault(), details);
    }

    /** What people call a parameter, a field to sort by or an edge of a box; what has no words goes by its own name. */
    private String name(String parameter, Locale language) {
        String key = WORDS.get(parameter);
        return key == null ? parameter : words.of(language, key);
    }
}
