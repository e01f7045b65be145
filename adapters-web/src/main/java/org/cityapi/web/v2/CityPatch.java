package org.cityapi.web.v2;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;

/**
 * A body of version 2, laid over a city as RFC 7396 says: a member replaces the value, null takes it away, and what is
 * absent stays. A whole city is the same laid over nothing.
 */
final class CityPatch {

    /** Read-only ones may come back as they were read. */
    private static final Set<String> KNOWN = Stream.concat(
                    CityDraft.FIELDS.stream(),
                    Stream.of("id", "country", "createdBy", "createdAt", "updatedAt", "version", "distanceKm", "match"))
            .collect(Collectors.toUnmodifiableSet());

    private final JsonBody body;

    private CityPatch(JsonBody body) {
        this.body = body;
    }

    /**
     * Reads a body.
     *
     * @param parameters what is wrong with the parameters of the request
     * @throws org.cityapi.domain.rejection.Rejection.Invalid when it is not JSON
     */
    static CityPatch read(byte[] body, Violations parameters) {
        JsonBody json = JsonBody.read(body, parameters);
        json.refuseUnknown(KNOWN);
        return new CityPatch(json);
    }

    /** The details that a new city gets, or a replaced one. */
    CityDetails alone() {
        return over(CityDraft.EMPTY).check(body.violations());
    }

    /**
     * Refuses a patch that no city could be given: whether there is such a city is asked afterwards. That a coordinate
     * lacks its other half, the city alone can tell.
     */
    void check() {
        over(anyCity()).check(body.violations());
    }

    /** Stands for the city that is not read yet; at a place, unless the patch takes half of one away. */
    private CityDraft anyCity() {
        BigDecimal half = takesAway("latitude") || takesAway("longitude") ? null : BigDecimal.ZERO;
        return new CityDraft("any", "FR", BigDecimal.ZERO, half, half, null, null, null, List.of());
    }

    private boolean takesAway(String member) {
        JsonNode value = body.members().get(member);
        return value != null && value.isNull();
    }

    /** Whether the details say to the letter what the body says, nothing trimmed, rounded or put in another case. */
    boolean saysExactly(CityDetails details) {
        return over(CityDraft.EMPTY).equals(CityDraft.of(details));
    }

    /** The details that a city gets which had these. */
    CityDetails appliedTo(CityDetails details) {
        return over(CityDraft.of(details)).check(body.violations());
    }

    private CityDraft over(CityDraft before) {
        return new CityDraft(
                body.text("name", before.name()),
                body.text("countryCode", before.countryCode()),
                body.integer("population", before.population()),
                body.number("latitude", before.latitude()),
                body.number("longitude", before.longitude()),
                body.text("adminCode", before.adminCode()),
                body.text("timezone", before.timezone()),
                body.integer("geonameId", before.geonameId()),
                body.texts("otherNames", before.otherNames()));
    }
}
