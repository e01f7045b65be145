package org.cityapi.web.pages.cities;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cityapi.application.FindCities;
import org.cityapi.domain.city.Circle;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityFilter;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.city.Scroll;
import org.cityapi.domain.search.CityQuery;
import org.cityapi.domain.search.Hit;
import org.cityapi.domain.search.Match;
import org.cityapi.domain.search.MatchKind;
import org.cityapi.domain.search.SearchText;
import org.cityapi.web.pages.Texts;

/** Finds cities that a new one may be the same as. */
@Singleton
final class LikeCities {

    private static final int MOST = 5;

    /** Kilometres: further away it is another city of the same name. */
    private static final double NEARBY = 30;

    private final FindCities find;

    LikeCities(FindCities find) {
        this.find = find;
    }

    /** Those of its country that are called like it, or nearly so, and lie nearby, where that is known. */
    List<CityRow> to(CityDetails details, Locale language) {
        Coordinates place = details.coordinates();
        CityFilter filter = new CityFilter(
                Set.of(details.country()), null, null, null, place == null ? null : new Circle(place, NEARBY), false);
        String name = details.name().value();
        String text =
                name.substring(0, name.offsetByCodePoints(0, Math.min(100, name.codePointCount(0, name.length()))));
        Texts texts = new Texts(language);
        return find
                .present()
                .page(new CityQuery(filter, SearchText.of(text), place, null), Scroll.first(MOST))
                .items()
                .stream()
                .filter(hit -> isLike(hit, place != null))
                .map(hit -> CityRow.of(hit, texts, language))
                .toList();
    }

    /** Nearby, a name may go on, or be mistyped, but not both; elsewhere only the same name means something. */
    private static boolean isLike(Hit hit, boolean nearby) {
        Match match = hit.match();
        return match != null
                && (nearby
                        ? match.rank() != Match.OTHER && match.rank() < Match.TYPO_IN_BEGINNING
                        : match.kind() == MatchKind.EXACT);
    }
}
