package org.cityapi.web.pages.cities;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.web.pages.SentForm;
import org.jspecify.annotations.Nullable;

/**
 * The form of a city as a page shows it.
 *
 * @param id null for a new one
 * @param version that is changed; null for a new one
 * @param key that makes a new city once, however often the form is sent; empty for one that is there
 * @param fields what is typed
 * @param was what stood in the fields at first
 * @param faults by the names of the fields
 * @param like cities of like name nearby, which may be the same; empty where that was not asked, or was confirmed
 * @param lost whether nobody is signed in any more
 */
public record CityForm(
        @Nullable Long id,
        @Nullable Long version,
        String key,
        CityFields fields,
        CityFields was,
        Map<String, String> faults,
        List<CityRow> like,
        boolean lost) {

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    static CityForm empty(String key) {
        return new CityForm(null, null, key, CityFields.EMPTY, CityFields.EMPTY, Map.of(), List.of(), false);
    }

    /** What was sent, to be shown again as it was. */
    static CityForm of(SentForm form) {
        return new CityForm(
                form.number("id"),
                form.number("version"),
                form.text("key").matches("[\\w-]{1,64}") ? form.text("key") : "",
                CityFields.of(form, ""),
                CityFields.of(form, "was."),
                Map.of(),
                List.of(),
                false);
    }

    CityForm with(Map<String, String> found) {
        return new CityForm(id, version, key, fields, was, new LinkedHashMap<>(found), like, lost);
    }

    CityForm with(List<CityRow> cities) {
        return new CityForm(id, version, key, fields, was, faults, cities, lost);
    }

    CityForm withKey(String another) {
        return new CityForm(id, version, another, fields, was, faults, like, lost);
    }

    CityForm withoutPerson() {
        return new CityForm(id, version, key, fields, was, faults, like, true);
    }

    /** Where it is sent. */
    public String action() {
        return id == null ? CityListPage.PATH : path() + "/edit";
    }

    /** Where one goes who leaves it. */
    public String path() {
        return id == null ? CityListPage.PATH : CityListPage.PATH + "/" + id;
    }

    /** The names of the fields, in their order. */
    public List<String> names() {
        return CityFields.NAMES;
    }

    /** All countries by their names in a language. */
    static List<Country> countries(Locale language) {
        Collator order = Collator.getInstance(language);
        return Countries.catalogue().all().stream()
                .sorted(Comparator.comparing(country -> country.name(language), order))
                .toList();
    }

    static List<String> zones() {
        return ZONES;
    }
}
