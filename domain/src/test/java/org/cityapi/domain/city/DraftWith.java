package org.cityapi.domain.city;

import java.math.BigDecimal;
import java.util.List;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;
import org.jspecify.annotations.Nullable;

/** A draft that differs from a sound one in one thing. */
record DraftWith(CityDraft sound) {

    /** From the least that a city needs. */
    DraftWith() {
        this(CityDraft.of(CitySamples.named("Paris")));
    }

    CityDraft name(@Nullable String name) {
        return of(name, sound.countryCode(), sound.population());
    }

    CityDraft country(@Nullable String code) {
        return of(sound.name(), code, sound.population());
    }

    CityDraft population(@Nullable BigDecimal population) {
        return of(sound.name(), sound.countryCode(), population);
    }

    CityDraft at(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        return of(latitude, longitude, null, null, null, List.of());
    }

    CityDraft adminCode(String code) {
        return of(null, null, code, null, null, List.of());
    }

    CityDraft timezone(String zone) {
        return of(null, null, null, zone, null, List.of());
    }

    CityDraft geonameId(BigDecimal id) {
        return of(null, null, null, null, id, List.of());
    }

    CityDraft otherNames(List<String> names) {
        return of(null, null, null, null, null, names);
    }

    private CityDraft of(@Nullable String name, @Nullable String code, @Nullable BigDecimal population) {
        return new CityDraft(
                name,
                code,
                population,
                sound.latitude(),
                sound.longitude(),
                sound.adminCode(),
                sound.timezone(),
                sound.geonameId(),
                sound.otherNames());
    }

    private CityDraft of(
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable String adminCode,
            @Nullable String timezone,
            @Nullable BigDecimal geonameId,
            List<String> otherNames) {
        return new CityDraft(
                sound.name(),
                sound.countryCode(),
                sound.population(),
                latitude,
                longitude,
                adminCode,
                timezone,
                geonameId,
                otherNames);
    }

    static List<String> codes(CityDraft draft) {
        return faultsOf(draft).stream().map(v -> v.field() + " " + v.fault()).toList();
    }

    static List<Violation> faultsOf(CityDraft draft) {
        try {
            draft.check(new Violations());
            return List.of();
        } catch (Rejection.Invalid invalid) {
            return invalid.violations();
        }
    }

    static CityDetails checked(CityDraft draft) {
        return draft.check(new Violations());
    }
}
