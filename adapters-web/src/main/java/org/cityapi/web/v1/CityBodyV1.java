package org.cityapi.web.v1;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.country.Country;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;

/** A city as clients of version 1 write it: name, population and country, the last by code or by name. */
final class CityBodyV1 {

    private static final Set<String> KNOWN = Set.of("id", "name", "population", "country");

    /** Stands for a country that is missing, so that the other values are judged too; it is never stored. */
    private static final String ANY_COUNTRY = "FR";

    private final JsonBody body;

    private CityBodyV1(JsonBody body) {
        this.body = body;
    }

    /** @param parameters what is wrong with the parameters of the request */
    static CityBodyV1 read(byte[] body, Violations parameters) {
        JsonBody json = JsonBody.read(body, parameters);
        json.refuseUnknown(KNOWN);
        return new CityBodyV1(json);
    }

    /** The details of a city of which nothing else is known. */
    CityDetails alone() {
        return over(CityDraft.EMPTY);
    }

    /** Refuses a body that no city could be given: whether there is such a city is asked afterwards. */
    void check() {
        over(CityDraft.EMPTY);
    }

    /** The details of a city that had these: what version 1 does not know of stays. */
    CityDetails over(CityDetails before) {
        return over(CityDraft.of(before));
    }

    private CityDetails over(CityDraft before) {
        return new CityDraft(
                        body.text("name", null),
                        country(),
                        body.integer("population", null),
                        before.latitude(),
                        before.longitude(),
                        before.adminCode(),
                        before.timezone(),
                        before.geonameId(),
                        before.otherNames())
                .check(body.violations());
    }

    private String country() {
        String text = body.text("country", null);
        if (body.violations().has("country")) {
            return ANY_COUNTRY;
        }
        if (text == null) {
            body.violations().add("country", Fault.REQUIRED);
            return ANY_COUNTRY;
        }
        Optional<Country> country = Countries.catalogue().named(text);
        if (country.isEmpty()) {
            body.violations().add("country", Fault.UNKNOWN_COUNTRY, Map.of("value", text));
            return ANY_COUNTRY;
        }
        return country.get().code().value();
    }
}
