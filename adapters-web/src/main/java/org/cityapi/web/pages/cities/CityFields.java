package org.cityapi.web.pages.cities;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
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

    /** Signs between groups of three digits, as people write them in one language or another. */
    private static final Pattern GROUPED =
            Pattern.compile("[1-9][0-9]{0,2}(?<sign>[.,'’\\s\\u00A0\\u2009\\u202F])[0-9]{3}(?:\\k<sign>[0-9]{3})*");

    /** What is longer is no number, and nothing is looked for in it. */
    static final int LONGEST_NUMBER = 60;

    /** Those at which no line ends are blanks, too. */
    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\h]+|[\\s\\h]+$");

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

    private @Nullable String typedNumber(String name) {
        String text = value(name);
        if (text.length() > LONGEST_NUMBER) {
            return text;
        }
        String plain = withoutBlankEnds(text);
        return plain.isEmpty() ? null : plain;
    }

    private static String withoutBlankEnds(String text) {
        return BLANK_ENDS.matcher(text).replaceAll("");
    }

    private @Nullable BigDecimal whole(String name, Violations violations) {
        String text = typedNumber(name);
        return number(name, text == null ? null : withoutGroups(text), "integer", violations);
    }

    private static String withoutGroups(String text) {
        boolean grouped =
                text.length() <= LONGEST_NUMBER && GROUPED.matcher(text).matches();
        return grouped ? text.replaceAll("[^0-9]", "") : text;
    }

    private @Nullable BigDecimal degrees(String name, Violations violations) {
        String text = typedNumber(name);
        return number(name, text == null ? null : withoutSign(text), "number", violations);
    }

    /** A comma is a decimal one; the sign of degrees may stand behind the number, and no minutes behind that. */
    private static String withoutSign(String text) {
        String plain = text.replace('\u2212', '-').replace(',', '.');
        boolean signed = plain.length() <= LONGEST_NUMBER && plain.endsWith("°");
        return signed ? withoutBlankEnds(plain.substring(0, plain.length() - 1)) : plain;
    }

    private static @Nullable BigDecimal number(
            String name, @Nullable String text, String expected, Violations violations) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[+-]?[0-9]{1,30}(\\.[0-9]{0,30})?")) {
            violations.add(name, Fault.TYPE, Map.of("expected", expected));
            return null;
        }
        return new BigDecimal(text);
    }
}
