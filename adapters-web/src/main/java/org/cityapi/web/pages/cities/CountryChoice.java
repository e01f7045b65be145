package org.cityapi.web.pages.cities;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cityapi.domain.city.CountryTotals;
import org.cityapi.domain.country.Countries;
import org.cityapi.web.pages.Texts;

/**
 * A country to choose from.
 *
 * @param cities how many it has, in the reader's way of writing
 */
public record CountryChoice(String code, String name, String cities) {

    /** Those that have cities, by their names. */
    static List<CountryChoice> of(List<CountryTotals> totals, Locale language) {
        Texts texts = new Texts(language);
        Collator order = Collator.getInstance(language);
        return totals.stream()
                .map(each -> new CountryChoice(
                        each.country().value(),
                        Countries.catalogue().of(each.country()).name(language),
                        texts.number(each.cities())))
                .sorted(Comparator.comparing(CountryChoice::name, order))
                .toList();
    }

    /** As a list to choose from has it. */
    public String label() {
        return name + " (" + cities + ")";
    }
}
