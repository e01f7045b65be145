package org.cityapi.web.pages.cities;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.WrittenNumber;
import org.cityapi.web.pages.SentForm;
import org.jspecify.annotations.Nullable;

/**
 * A city as it stands in the fields of a form: as somebody has typed it.
 *
 * @param typed by the names of {@link #NAMES}; other names of the city stand one a line
 */
public record CityFields(Map<String, String> typed) {

    /** In the order of the form. */
    static final List<String> NAMES = List.copyOf(CityDraft.FIELDS);

    static final CityFields EMPTY = new CityFields(Map.of());

    static CityFields of(CityDetails details) {
        CityDraft draft = CityDraft.of(details);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("name", draft.name());
        typed.put("countryCode", draft.countryCode());
        typed.put("population", text(draft.population()));
        typed.put("latitude", text(draft.latitude()));
        typed.put("longitude", text(draft.longitude()));
        typed.put("adminCode", text(draft.adminCode()));
        typed.put("timezone", text(draft.timezone()));
        typed.put("geonameId", text(draft.geonameId()));
        typed.put("otherNames", String.join("\n", draft.otherNames()));
        return new CityFields(typed);
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }

    /** @param prefix of the fields' names in the form */
    static CityFields of(SentForm form, String prefix) {
        Map<String, String> typed = new LinkedHashMap<>();
        NAMES.forEach(name -> typed.put(name, form.text(prefix + name).replace("\r\n", "\n")));
        if (typed.getOrDefault("longitude", "").isBlank()) {
            TypedPlace.of(typed.getOrDefault("latitude", "")).ifPresent(place -> {
                typed.put("latitude", place.latitude());
                typed.put("longitude", place.longitude());
            });
        }
        return new CityFields(typed);
    }

    /** What stands in a field; empty where nothing does. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** @throws org.cityapi.domain.rejection.Rejection.Invalid with all the faults at once */
    CityDetails check() {
        Violations violations = new Violations();
        CityDraft draft = new CityDraft(
                given("name"),
                given("countryCode"),
                whole("population", violations),
                degrees("latitude", violations),
                degrees("longitude", violations),
                given("adminCode"),
                given("timezone"),
                whole("geonameId", violations),
                value("otherNames")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        return draft.check(violations);
    }

    /** Where it lies; null where that is not told, or not as it should be. */
    @Nullable
    Coordinates place() {
        Violations violations = new Violations();
        BigDecimal latitude = degrees("latitude", violations);
        BigDecimal longitude = degrees("longitude", violations);
        boolean isOnEarth = latitude != null
                && longitude != null
                && latitude.abs().compareTo(BigDecimal.valueOf(Coordinates.MAX_LATITUDE)) <= 0
                && longitude.abs().compareTo(BigDecimal.valueOf(Coordinates.MAX_LONGITUDE)) <= 0;
        return isOnEarth && latitude != null && longitude != null ? Coordinates.ofDegrees(latitude, longitude) : null;
    }

    private @Nullable String given(String name) {
        String value = value(name).strip();
        return value.isEmpty() ? null : value;
    }

    private @Nullable BigDecimal whole(String name, Violations violations) {
        return number(name, "integer", WrittenNumber::whole, violations);
    }

    private @Nullable BigDecimal degrees(String name, Violations violations) {
        return number(name, "number", WrittenNumber::degrees, violations);
    }

    private @Nullable BigDecimal number(
            String name, String expected, Function<String, Optional<BigDecimal>> reading, Violations violations) {
        String text = value(name);
        if (WrittenNumber.isNone(text)) {
            return null;
        }
        Optional<BigDecimal> number = reading.apply(text);
        if (number.isEmpty()) {
            violations.add(name, Fault.TYPE, Map.of("expected", expected));
        }
        return number.orElse(null);
    }
}
