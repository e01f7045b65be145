package org.cityapi.web.pages.cities;

import java.util.ArrayList;
import java.util.List;

/**
 * A filter that the form does not show, to be taken away by a click.
 *
 * @param label as in addresses and message files
 * @param value as in the address
 * @param path of the same page without it
 */
public record Chip(String label, String value, String path) {

    /** Those of an address, on one of the pages that show cities. */
    static List<Chip> of(ListAddress address, String page) {
        List<Chip> chips = new ArrayList<>();
        for (String name : ListAddress.BESIDES) {
            List<String> values = address.given().getOrDefault(name, List.of());
            if (!name.equals("sort") && !values.isEmpty() && !ListAddress.isInForm(name, values)) {
                chips.add(new Chip(
                        name, String.join(", ", values), address.without(name).path(page)));
            }
        }
        return chips;
    }
}
