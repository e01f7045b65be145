package org.cityapi.web.formats;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.text.ShortTexts;
import org.cityapi.web.http.WrittenNumber;
import org.jspecify.annotations.Nullable;

/** What columns and members are called, in camelCase, in snake_case, or as GeoNames calls them. */
public final class Fields {

    static final String ID = "id";
    static final String COUNTRY = "country";

    /**
     * The column of lists of refused rows that has what of a row stands in no other. A row that comes back with it is
     * refused again.
     */
    public static final String UNREAD = "unread";

    /** Columns that a row may have and a draft has not. */
    static final Set<String> TOLD_BESIDES = Set.of(ID, COUNTRY, UNREAD);

    /** Those of a city that can come back, in the order in which files have them. */
    static final List<String> WRITTEN =
            Stream.concat(Stream.of(ID), CityDraft.FIELDS.stream()).toList();

    /**
     * The column of lists of refused rows that names the fields which a row did not have, joined as other names are: an empty
     * cell is none of theirs.
     */
    public static final String LEFT_OUT = "leftOut";

    /** Which a file must tell; the country by either name. */
    static final List<String> REQUIRED = List.of("name", "countryCode", "population");

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("id", ID),
            Map.entry("name", "name"),
            Map.entry("countrycode", "countryCode"),
            Map.entry("country", COUNTRY),
            Map.entry("population", "population"),
            Map.entry("latitude", "latitude"),
            Map.entry("longitude", "longitude"),
            Map.entry("admincode", "adminCode"),
            Map.entry("admin1code", "adminCode"),
            Map.entry("timezone", "timezone"),
            Map.entry("geonameid", "geonameId"),
            Map.entry("geonamesid", "geonameId"),
            Map.entry("othernames", "otherNames"));

    /** What exports and lists of refused rows tell, and nobody can change. */
    private static final Set<String> PASSED_OVER =
            Set.of("createdby", "createdat", "updatedat", "version", "distancekm", "match", "row", "line", "reason");

    /** Those that are numbers, and how people write them. */
    static final Map<String, Function<String, Optional<BigDecimal>>> NUMBERS = Map.of(
            ID,
            WrittenNumber::whole,
            "population",
            WrittenNumber::whole,
            "geonameId",
            WrittenNumber::whole,
            "latitude",
            WrittenNumber::degrees,
            "longitude",
            WrittenNumber::degrees);

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Fields() {}

    /** The field that is meant; empty where none is. */
    static Optional<String> of(String name) {
        return Optional.ofNullable(KNOWN.get(plain(name)));
    }

    /** Whether what a column of that name tells is a number. */
    public static boolean isNumber(String name) {
        return of(name).filter(NUMBERS::containsKey).isPresent();
    }

    static boolean isPassedOver(String name) {
        return PASSED_OVER.contains(plain(name));
    }

    static boolean isLeftOut(String name) {
        return plain(name).equals(plain(LEFT_OUT));
    }

    /** Whether a column is {@link #UNREAD}, however it is spelled. */
    public static boolean isUnread(String name) {
        return plain(name).equals(UNREAD);
    }

    /** Columns, and that for what stands in none of them where it is needed. */
    static List<String> with(List<String> columns, boolean isUnread) {
        return isUnread ? Stream.concat(columns.stream(), Stream.of(UNREAD)).toList() : columns;
    }

    /** Notes it where a country beside its code is known, and another one; files have names of their own for some. */
    static void compare(@Nullable String code, @Nullable String country, Violations violations) {
        Optional<Country> meant =
                code == null ? Optional.empty() : Countries.catalogue().withCode(code);
        Optional<Country> told =
                country == null ? Optional.empty() : Countries.catalogue().named(country);
        if (meant.isPresent() && told.isPresent() && !meant.equals(told)) {
            violations.add(
                    COUNTRY,
                    Fault.OTHER_COUNTRY,
                    Map.of("code", meant.get().code().value()));
        }
    }

    /** The name of a time zone without blanks around it, as names and codes are taken from files. */
    static @Nullable String timezone(@Nullable String text) {
        String trimmed = text == null ? "" : ShortTexts.trim(text);
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** The number of a city; null, and a fault, when no city can have it. */
    static @Nullable BigDecimal id(@Nullable BigDecimal told, Violations violations) {
        BigDecimal id = told == null ? null : told.stripTrailingZeros();
        if (id != null && id.scale() > 0) {
            violations.add(ID, Fault.TYPE, Map.of("expected", "integer"));
            return null;
        }
        if (id != null && (id.signum() <= 0 || id.compareTo(LARGEST) > 0)) {
            violations.add(ID, Fault.ABOVE_ZERO, Map.of("max", Long.MAX_VALUE));
            return null;
        }
        return id;
    }

    private static String plain(String name) {
        return name.strip().replace("_", "").toLowerCase(Locale.ROOT);
    }
}
