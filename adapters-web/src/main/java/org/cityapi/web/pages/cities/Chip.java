package org.cityapi.web.pages.cities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.web.pages.Texts;

/**
 * A filter that the form does not show, to be taken away by a click.
 *
 * @param label as in addresses and message files
 * @param value as the reader writes it, or as in the address where that means nothing
 * @param path of the same page without it
 */
public record Chip(String label, String value, String path) {

    private static final String SORT = "sort";

    /** One that takes no more room than it seems to. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(?:\\.[0-9]{1,10})?");

    /** Those of an address, on one of the pages that show cities. */
    static List<Chip> of(ListAddress address, String page, Locale language) {
        return of(address, page, language, false);
    }

    /** Those of an address that cannot be shown: an order that there is not is taken away as well. */
    static List<Chip> of(ListAddress address, String page, Locale language, Rejection.Invalid wrong) {
        return of(
                address,
                page,
                language,
                wrong.violations().stream().anyMatch(each -> each.field().equals(SORT)));
    }

    private static List<Chip> of(ListAddress address, String page, Locale language, boolean isOrderWrong) {
        Texts texts = new Texts(language);
        List<Chip> chips = new ArrayList<>();
        for (String name : ListAddress.BESIDES) {
            List<String> values = address.given().getOrDefault(name, List.of());
            boolean isShown = isOrderWrong || !name.equals(SORT);
            if (isShown && !values.isEmpty() && !ListAddress.isInForm(name, values)) {
                chips.add(new Chip(
                        name,
                        values.stream()
                                .map(value -> legible(name, value, texts, language))
                                .collect(Collectors.joining(", ")),
                        address.without(name).path(page)));
            }
        }
        return chips;
    }

    private static String legible(String name, String value, Texts texts, Locale language) {
        return switch (name) {
            case ListAddress.COUNTRY -> countries(value, language);
            case SORT -> value;
            default -> numbers(name, value, texts);
        };
    }

    /** The names of countries; what is no code stays as it is, a blank beside one too. */
    static String countries(String codes, Locale language) {
        String names = Stream.of(codes.split(","))
                .map(code -> Countries.catalogue()
                        .withCode(code)
                        .map(country -> country.name(language))
                        .orElse(code))
                .collect(Collectors.joining(", "));
        return names.isBlank() ? codes : names;
    }

    /** As many numbers as the filter has; what else is there stays as it is. */
    private static String numbers(String name, String value, Texts texts) {
        String[] parts = value.split(",", -1);
        int wanted = name.equals(ListAddress.BOX) ? 4 : name.equals("near") ? 2 : 1;
        return parts.length == wanted && Stream.of(parts).allMatch(NUMBER.asMatchPredicate())
                ? texts.row(Stream.of(parts).map(BigDecimal::new).toList())
                : value;
    }
}
