package org.cityapi.domain.city;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.domain.country.CountryCode;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a draft into values; null for what is absent or faulty, the fault being noted. */
final class FieldChecks {

    static final long MAX_ID = Long.MAX_VALUE;

    private final Violations violations;

    FieldChecks(Violations violations) {
        this.violations = violations;
    }

    @Nullable
    CityName name(String field, @Nullable String text) {
        if (violations.has(field)) {
            return null;
        }
        if (text == null) {
            violations.add(field, Fault.REQUIRED);
            return null;
        }
        return name(field, "/" + field, text);
    }

    private @Nullable CityName name(String field, String pointer, String text) {
        String normalized = CityName.normalize(text);
        Optional<Fault> fault = CityName.faultOf(normalized);
        if (fault.isEmpty()) {
            return new CityName(normalized);
        }
        violations.add(field, pointer, fault.get(), Map.of("max", CityName.MAX_LENGTH));
        return null;
    }

    @Nullable
    CountryCode country(String field, @Nullable String code) {
        if (violations.has(field)) {
            return null;
        }
        if (code == null) {
            violations.add(field, Fault.REQUIRED);
            return null;
        }
        Optional<Country> country = Countries.catalogue().withCode(code);
        if (country.isEmpty()) {
            violations.add(field, Fault.UNKNOWN_COUNTRY, Map.of("value", code));
            return null;
        }
        return country.get().code();
    }

    @Nullable
    Long wholeNumber(String field, @Nullable BigDecimal number, long min, long max) {
        if (number == null || violations.has(field)) {
            return null;
        }
        if (number.scale() > 0) {
            violations.add(field, Fault.TYPE, Map.of("expected", "integer"));
            return null;
        }
        return isWithin(field, number, min, max) ? (Long) number.longValueExact() : null;
    }

    @Nullable
    Coordinates coordinates(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        boolean sound = !violations.has("latitude") && !violations.has("longitude");
        if (sound && (latitude == null) != (longitude == null)) {
            String absent = latitude == null ? "latitude" : "longitude";
            String given = latitude == null ? "longitude" : "latitude";
            violations.add(absent, Fault.INCOMPLETE, Map.of("other", given));
            sound = false;
        }
        sound &=
                latitude == null || isWithin("latitude", latitude, -Coordinates.MAX_LATITUDE, Coordinates.MAX_LATITUDE);
        sound &= longitude == null
                || isWithin("longitude", longitude, -Coordinates.MAX_LONGITUDE, Coordinates.MAX_LONGITUDE);
        return sound && latitude != null && longitude != null ? Coordinates.ofDegrees(latitude, longitude) : null;
    }

    @Nullable
    AdminCode adminCode(String field, @Nullable String text) {
        if (text == null || violations.has(field)) {
            return null;
        }
        String normalized = AdminCode.normalize(text);
        Optional<Fault> fault = AdminCode.faultOf(normalized);
        if (fault.isEmpty()) {
            return new AdminCode(normalized);
        }
        violations.add(field, fault.get(), Map.of("max", AdminCode.MAX_LENGTH));
        return null;
    }

    @Nullable
    TimeZoneId timezone(String field, @Nullable String name) {
        if (name == null || violations.has(field)) {
            return null;
        }
        if (TimeZoneId.isKnown(name)) {
            return new TimeZoneId(name);
        }
        violations.add(field, Fault.UNKNOWN_TIME_ZONE, Map.of("value", name));
        return null;
    }

    /** Whatever is noted of some of them: the others are judged as well. */
    List<CityName> otherNames(String field, List<String> texts) {
        if (areTooMany(texts)) {
            violations.add(field, Fault.TOO_MANY, Map.of("max", CityDetails.MAX_OTHER_NAMES));
            return List.of();
        }
        List<CityName> names = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            CityName name = name(field, "/" + field + "/" + i, texts.get(i));
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** They are a set: a name that is repeated counts once. */
    private static boolean areTooMany(List<String> texts) {
        return texts.size() > CityDetails.MAX_OTHER_NAMES
                && texts.stream()
                                .map(CityName::normalize)
                                .distinct()
                                .limit(CityDetails.MAX_OTHER_NAMES + 1L)
                                .count()
                        > CityDetails.MAX_OTHER_NAMES;
    }

    private boolean isWithin(String field, BigDecimal number, long min, long max) {
        if (violations.has(field)) {
            return false;
        }
        if (number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0) {
            return true;
        }
        violations.add(field, Fault.OUT_OF_RANGE, Map.of("min", min, "max", max));
        return false;
    }
}
