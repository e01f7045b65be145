package org.cityapi.web.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.CityId;
import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.Position;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.city.SortField;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.web.WebSettings;

/** A cursor leads where it was made for, and no other text leads anywhere. */
class CursorPropertiesTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. ";

    private final SignedCursors signed =
            new SignedCursors(new WebSettings(List.of("0123456789abcdef0123456789abcdef"), "", null, null));
    private final Cursors cursors = new Cursors(signed);

    private boolean leadsAnywhere(String listing, String cursor) {
        return signed.isFormed(cursor) && signed.read(listing, cursor).isPresent();
    }

    @Property
    void aCursorGivesBackWhatItWasMadeOf(@ForAll String listing, @ForAll @Size(min = 1, max = 40) byte[] place) {
        String cursor = signed.write(listing, place);
        assertThat(signed.isFormed(cursor)).isTrue();
        assertThat(signed.read(listing, cursor)).contains(place);
        assertThat(signed.read(listing + "x", cursor)).isEmpty();
    }

    @Property
    void aCursorWithAnotherCharacterLeadsNowhere(
            @ForAll @Size(min = 1, max = 40) byte[] place,
            @ForAll @IntRange(max = 80) int at,
            @ForAll("letters") char letter) {
        StringBuilder cursor = new StringBuilder(signed.write("cities", place));
        int index = at % cursor.length();
        if (cursor.charAt(index) != letter) {
            cursor.setCharAt(index, letter);
            assertThat(leadsAnywhere("cities", cursor.toString())).isFalse();
        }
    }

    @Property
    void aCursorThatIsShorterOrLongerLeadsNowhere(
            @ForAll @Size(min = 1, max = 40) byte[] place,
            @ForAll @IntRange(max = 80) int at,
            @ForAll("letters") char letter) {
        String cursor = signed.write("cities", place);
        int index = at % cursor.length();
        assertThat(leadsAnywhere("cities", cursor.substring(0, index))).isFalse();
        assertThat(leadsAnywhere("cities", cursor + letter)).isFalse();
    }

    @Property
    void aPlaceInAListingComesBackAsItWas(
            @ForAll @IntRange(min = 1) int id,
            @ForAll long key,
            @ForAll boolean backwards,
            @ForAll boolean descending) {
        CityQuery query = CityQuery.of(CityFilter.ALL, new CitySort(SortField.POPULATION, descending));
        Scroll scroll = new Scroll(new Position(key, new CityId(id)), backwards, 20);
        String cursor = cursors.write(scroll, query);
        assertThat(cursors.read(cursor, query, 20)).contains(scroll);
        CityQuery other = CityQuery.of(CityFilter.ALL, new CitySort(SortField.POPULATION, !descending));
        assertThat(cursors.read(cursor, other, 20)).isEmpty();
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().with(LETTERS.toCharArray());
    }
}
