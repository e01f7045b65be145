package org.cityapi.web.pages.cities;

import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;

/**
 * What somebody wants to save, and what somebody else has saved first.
 *
 * @param id of the city
 * @param version that the other one has made
 * @param fields all of them, those first that are to be chosen
 */
public record Conflict(long id, long version, List<Field> fields) {

    /** @param wanted what the form has, as it would be kept */
    static Conflict of(CityForm form, CityDetails wanted, City current, FieldTexts texts) {
        CityFields mine = CityFields.of(wanted);
        CityFields theirs = CityFields.of(current.details());
        List<Field> fields = form.names().stream()
                .map(name -> new Field(
                        name, mine.value(name), theirs.value(name), form.was().value(name), texts))
                .toList();
        return new Conflict(current.id().value(), current.version(), fields);
    }

    public String path() {
        return CityListPage.PATH + "/" + id;
    }

    /**
     * A field of the form.
     *
     * @param was what stood there before either
     * @param texts for {@link #text}
     */
    public record Field(String name, String mine, String theirs, String was, FieldTexts texts) {

        /** What one of the three is to the reader. */
        public String text(String value) {
            return texts.of(name, value);
        }

        /** Whether one has to choose. */
        public boolean differs() {
            return !mine.equals(theirs);
        }

        /** Whether mine is proposed: theirs is where I changed nothing. */
        public boolean isMine() {
            return !mine.equals(was);
        }
    }
}
