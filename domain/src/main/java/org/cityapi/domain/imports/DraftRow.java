package org.cityapi.domain.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as it was read: nothing of it is checked yet but that it can be read.
 *
 * @param number its place among the rows, from 1
 * @param line where it begins, from 1; several rows may begin in one
 * @param draft what it says of a city
 * @param given the fields of a draft that the row tells; the others of a city that is there already stay
 * @param id of the city that is meant; null where none is told
 * @param source the row as its file has it
 * @param faults found when it was read, in its fields; or one of the row as a whole, of which nothing else is told then
 */
public record DraftRow(
        long number,
        long line,
        CityDraft draft,
        Set<String> given,
        @Nullable BigDecimal id,
        Source source,
        List<Violation> faults) {

    /** A row as its file has it. */
    public interface Source {

        /** The texts of its columns, in the order in which the file tells them; null for those that the row does not have. */
        List<@Nullable String> cells();

        /** How the file calls a field, such as {@code country_code} for {@code countryCode}. */
        String column(String field);

        /** The text of a field; null where there is none. */
        @Nullable
        String value(String field);

        /** About how many characters it has. */
        int size();
    }

    /** Whether nothing of it can be judged. */
    public boolean isBroken() {
        return faults.stream().anyMatch(fault -> fault.field().isEmpty());
    }

    /** A fault of one of its fields; of the row as a whole where that is empty. */
    public RowFault fault(String field, Fault fault, Map<String, Object> details) {
        return field.isEmpty()
                ? new RowFault(number, line, null, null, fault, details)
                : new RowFault(number, line, source.column(field), source.value(field), fault, details);
    }

    /** What a city is to be that was like that before. */
    public CityDraft over(CityDraft before) {
        return new CityDraft(
                given.contains("name") ? draft.name() : before.name(),
                given.contains("countryCode") ? draft.countryCode() : before.countryCode(),
                given.contains("population") ? draft.population() : before.population(),
                half("latitude", draft.latitude(), before.latitude(), "longitude", draft.longitude()),
                half("longitude", draft.longitude(), before.longitude(), "latitude", draft.latitude()),
                given.contains("adminCode") ? draft.adminCode() : before.adminCode(),
                given.contains("timezone") ? draft.timezone() : before.timezone(),
                given.contains("geonameId") ? draft.geonameId() : before.geonameId(),
                given.contains("otherNames") ? draft.otherNames() : before.otherNames());
    }

    /** One of both that make a place: whoever tells the other alone has told no place, and does not mean half of the old one. */
    private @Nullable BigDecimal half(
            String field,
            @Nullable BigDecimal told,
            @Nullable BigDecimal before,
            String other,
            @Nullable BigDecimal toldOther) {
        if (given.contains(field)) {
            return told;
        }
        return given.contains(other) && toldOther != null ? null : before;
    }

    /** Whether it tells every field, so that nothing of a city before stays. */
    public boolean isWhole() {
        return given.size() == CityDraft.FIELDS.size();
    }
}
