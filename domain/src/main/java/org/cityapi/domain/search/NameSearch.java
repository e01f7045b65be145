package org.cityapi.domain.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.text.SearchKey;
import org.jspecify.annotations.Nullable;

/**
 * Judges names by a text: the rules that every store's search keeps.
 *
 * @param text what is looked for, not empty
 */
record NameSearch(SearchText text) {

    /** How a city matches without typing errors; empty when it does not. */
    Optional<Match> match(CityDetails city) {
        Match best = null;
        int rank = Match.TYPO;
        for (CityName name : names(city).toList()) {
            MatchKind kind = kind(SearchKey.allOf(name.value()));
            if (kind == null) {
                continue;
            }
            rank = Math.min(rank, rank(name, name.equals(city.name()), kind));
            if (best == null || kind.compareTo(best.kind()) < 0) {
                best = new Match(name, kind, rank);
            }
            if (rank == Match.SAME) {
                break;
            }
        }
        return best == null ? Optional.empty() : Optional.of(new Match(asTyped(city, best), best.kind(), rank));
    }

    private int rank(CityName name, boolean main, MatchKind kind) {
        MatchKind own = main ? kind(SearchKey.ownOf(name.value())) : null;
        return own == null ? Match.rank(false, kind) : Math.min(Match.rank(true, own), Match.rank(false, kind));
    }

    /**
     * Of other names that equal the text the one that is spelled like it, or is but for case. Who types small letters does
     * not mean a transcription in small letters, where there is the name.
     */
    private CityName asTyped(CityDetails city, Match best) {
        if (best.kind() != MatchKind.EXACT || best.name().equals(city.name())) {
            return best.name();
        }
        List<CityName> alike = names(city)
                .filter(name -> name.value().equalsIgnoreCase(text.typed()))
                .filter(name -> kind(SearchKey.allOf(name.value())) == MatchKind.EXACT)
                .toList();
        List<CityName> written = alike.stream().filter(NameSearch::hasCapitals).toList();
        List<CityName> meant = written.isEmpty() ? alike : written;
        return meant.stream()
                .filter(name -> name.value().equals(text.typed()))
                .findFirst()
                .orElse(meant.isEmpty() ? best.name() : meant.get(0));
    }

    private static boolean hasCapitals(CityName name) {
        return name.value().codePoints().anyMatch(Character::isUpperCase);
    }

    /** How a city matches with typing errors; says nothing of a city that matches without. */
    Optional<Match> typo(CityDetails city) {
        Typos typos = new Typos(text);
        Map<CityName, List<SearchKey>> keys = new LinkedHashMap<>();
        names(city).forEach(name -> keys.put(name, SearchKey.allOf(name.value())));
        return nearest(keys, typos, typos::errorsInAll, Match.TYPO)
                .or(() -> nearest(keys, typos, typos::errorsInWords, Match.TYPO_IN_WORDS))
                .or(() -> nearest(mainKeys(city), typos, typos::errorsInBeginning, Match.TYPO_IN_BEGINNING))
                .or(() -> nearest(keys, typos, typos::errorsInBeginnings, Match.TYPO_IN_BEGINNINGS));
    }

    private static Map<CityName, List<SearchKey>> mainKeys(CityDetails city) {
        return Map.of(city.name(), SearchKey.ownOf(city.name().value()));
    }

    /** By the name with the fewest errors; of several the first. */
    private static Optional<Match> nearest(
            Map<CityName, List<SearchKey>> keys, Typos typos, ToIntFunction<SearchKey> errors, int rank) {
        CityName nearest = null;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<CityName, List<SearchKey>> name : keys.entrySet()) {
            for (SearchKey key : name.getValue()) {
                int here = errors.applyAsInt(key);
                if (here < least && typos.forgives(here)) {
                    nearest = name.getKey();
                    least = here;
                }
            }
        }
        return Optional.ofNullable(nearest).map(name -> new Match(name, MatchKind.FUZZY, rank));
    }

    private static Stream<CityName> names(CityDetails city) {
        return Stream.concat(Stream.of(city.name()), city.otherNames().stream());
    }

    private @Nullable MatchKind kind(List<SearchKey> keys) {
        MatchKind best = null;
        for (SearchKey key : keys) {
            MatchKind kind = kind(key);
            if (kind != null && (best == null || kind.compareTo(best) < 0)) {
                best = kind;
            }
        }
        return best;
    }

    private @Nullable MatchKind kind(SearchKey name) {
        String wanted = text.key().value();
        if (!name.beginsWith(wanted)) {
            return text.words().stream().allMatch(name::hasWordFrom) ? MatchKind.WORD : null;
        }
        return name.value().equals(wanted) ? MatchKind.EXACT : MatchKind.PREFIX;
    }
}
