package org.cityapi.web.pages.cities;

import java.util.List;
import java.util.Locale;
import org.cityapi.domain.city.CityDetails;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of one field of a city, as a reader of a page's language writes it.
 *
 * @param name as in forms
 * @param from empty where there was nothing
 * @param to empty where there is nothing
 */
public record FieldChange(String name, String from, String to) {

    /**
     * The fields that differ, in their order.
     *
     * @param before null for a city that is new
     * @param after null for a city that is gone
     */
    public static List<FieldChange> of(@Nullable CityDetails before, @Nullable CityDetails after, Locale language) {
        return of(before, after, new FieldTexts(language));
    }

    static List<FieldChange> of(@Nullable CityDetails before, @Nullable CityDetails after, FieldTexts texts) {
        CityFields from = before == null ? CityFields.EMPTY : CityFields.of(before);
        CityFields to = after == null ? CityFields.EMPTY : CityFields.of(after);
        return CityFields.NAMES.stream()
                .filter(name -> !from.value(name).equals(to.value(name)))
                .map(name -> new FieldChange(name, texts.of(name, from.value(name)), texts.of(name, to.value(name))))
                .toList();
    }
}
