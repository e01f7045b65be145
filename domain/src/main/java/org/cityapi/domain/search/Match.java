package org.cityapi.domain.search;

import org.cityapi.domain.city.CityName;
import org.cityapi.domain.text.SearchKey;

/**
 * Why a city was found.
 *
 * @param name the name that matches best: of names that match alike the main one; else, where they equal the text, the one
 *     that is spelled like it, or is but for case; else the first
 * @param rank 1 to 7: in which class of the answer it stands
 */
public record Match(CityName name, MatchKind kind, int rank) {

    /** The main name, as one of {@link SearchKey#ownOf its own keys}, equals the text. */
    public static final int SAME = 1;

    /** The main name begins with the text, or any name equals it. */
    public static final int NEAR = 2;

    /** Any other name that matches. */
    public static final int OTHER = 3;

    /** A name matches as a whole but for typing errors. */
    public static final int TYPO = 4;

    /** Words of a name match but for typing errors: behind the others, as {@code Amsterdma} hardly means New Amsterdam. */
    public static final int TYPO_IN_WORDS = 5;

    /** The main name begins with the text but for a typing error, as it does while somebody types. */
    public static final int TYPO_IN_BEGINNING = 6;

    /** Words of a name begin so. */
    public static final int TYPO_IN_BEGINNINGS = 7;

    static int rank(boolean main, MatchKind kind) {
        return switch (kind) {
            case EXACT -> main ? SAME : NEAR;
            case PREFIX -> main ? NEAR : OTHER;
            case WORD -> OTHER;
            case FUZZY -> throw new IllegalArgumentException("Typing errors have ranks of their own");
        };
    }
}
