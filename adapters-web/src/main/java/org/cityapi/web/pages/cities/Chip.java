package org.cityapi.web.pages.cities;

import java.util.ArrayList;
import java.util.List;
import org.cityapi.domain.rejection.Rejection;

/**
 * A filter that the form does not show, to be taken away by a click.
 *
 * @param label as in addresses and message files
 * @param value as in the address
 * @param path of the same page without it
 */
public record Chip(String label, String value, String path) {

    private static final String SORT = "sort";

    /** Those of an address, on one of the pages that show cities. */
    static List<Chip> of(ListAddress address, String page) {
        return of(address, page, false);
    }

    /** Those of an address that cannot be shown: an order that there is not is taken away as well. */
    static List<Chip> of(ListAddress address, String page, Rejection.Invalid wrong) {
        return of(
                address,
                page,
                wrong.violations().stream().anyMatch(each -> each.field().equals(SORT)));
    }

    private static List<Chip> of(ListAddress address, String page, boolean isOrderWrong) {
        List<Chip> chips = new ArrayList<>();
        for (String name : ListAddress.BESIDES) {
            List<String> values = address.given().getOrDefault(name, List.of());
            boolean isShown = isOrderWrong || !name.equals(SORT);
            if (isShown && !values.isEmpty() && !ListAddress.isInForm(name, values)) {
                chips.add(new Chip(
                        name, String.join(", ", values), address.without(name).path(page)));
            }
        }
        return chips;
    }
}
