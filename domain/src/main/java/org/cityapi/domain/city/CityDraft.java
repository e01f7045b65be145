package org.cityapi.domain.city;

import static org.cityapi.domain.city.FieldChecks.MAX_ID;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A city's details as somebody wrote them, in JSON, a form or a file: nothing is checked yet. Null is what was not
 * given.
 *
 * @param population any number; {@link #check} wants a whole one
 * @param latitude degrees
 * @param longitude degrees
 * @param geonameId any number; {@link #check} wants a whole one
 */
public record CityDraft(
        @Nullable String name,
        @Nullable String countryCode,
        @Nullable BigDecimal population,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String adminCode,
        @Nullable String timezone,
        @Nullable BigDecimal geonameId,
        List<String> otherNames) {

    /** More digits or zeros than any rule lets pass; to strip a number of so many takes long or overflows. */
    private static final int TOO_MANY_DIGITS = 1_000;

    /** What its fields are called, in the order in which people are asked for them. */
    public static final Set<String> FIELDS = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            "name",
            "countryCode",
            "population",
            "latitude",
            "longitude",
            "adminCode",
            "timezone",
            "geonameId",
            "otherNames")));

    /** A draft in which nothing is given. */
    public static final CityDraft EMPTY = new CityDraft(null, null, null, null, null, null, null, null, List.of());

    public CityDraft {
        population = plain(population);
        latitude = plain(latitude);
        longitude = plain(longitude);
        geonameId = plain(geonameId);
        otherNames = List.copyOf(otherNames);
    }

    /** The draft that somebody would write who wants exactly these details. */
    public static CityDraft of(CityDetails details) {
        Coordinates at = details.coordinates();
        return new CityDraft(
                details.name().value(),
                details.country().value(),
                BigDecimal.valueOf(details.population().value()),
                at == null ? null : at.latitude(),
                at == null ? null : at.longitude(),
                details.adminCode() == null ? null : details.adminCode().value(),
                details.timezone() == null ? null : details.timezone().value(),
                details.geonameId() == null
                        ? null
                        : BigDecimal.valueOf(details.geonameId().value()),
                details.otherNames().stream().map(CityName::value).toList());
    }

    /**
     * The details, normalized.
     *
     * @param violations what the reader of the draft found already; such fields are not judged again
     * @throws org.cityapi.domain.rejection.Rejection.Invalid with all the faults at once
     */
    public CityDetails check(Violations violations) {
        FieldChecks checks = new FieldChecks(violations);
        CityName checkedName = checks.name("name", name);
        var country = checks.country("countryCode", countryCode);
        Long inhabitants = checks.wholeNumber("population", population, 0, Population.MAX);
        if (inhabitants == null && !violations.has("population")) {
            violations.add("population", Fault.REQUIRED);
        }
        Coordinates coordinates = checks.coordinates(latitude, longitude);
        AdminCode division = checks.adminCode("adminCode", adminCode);
        TimeZoneId zone = checks.timezone("timezone", timezone);
        Long geoname = checks.wholeNumber("geonameId", geonameId, 1, MAX_ID);
        List<CityName> names = checks.otherNames("otherNames", otherNames);
        violations.throwIfAny();
        if (checkedName == null || country == null || inhabitants == null) {
            throw new IllegalStateException("A required field is missing and nobody said so");
        }
        return new CityDetails(
                checkedName,
                country,
                new Population(inhabitants),
                coordinates,
                division,
                zone,
                geoname == null ? null : new GeonameId(geoname),
                names);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null || number.signum() == 0) {
            return number == null ? null : BigDecimal.ZERO;
        }
        boolean endless = number.precision() > TOO_MANY_DIGITS || Math.abs((long) number.scale()) > TOO_MANY_DIGITS;
        return endless ? number : number.stripTrailingZeros();
    }
}
