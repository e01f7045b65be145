package org.cityapi.domain.text;

/**
 * A name as it is searched: without case, accents, special letters and punctuation, its words one blank apart.
 *
 * @param value never null; empty when the name has neither letter nor digit
 */
public record SearchKey(String value) {

    /** {@code São Paulo} gives {@code sao paulo}, {@code Łódź} gives {@code lodz}, {@code L'Aquila} {@code laquila}. */
    public static SearchKey of(String name) {
        return new SearchKey(Folding.fold(name));
    }
}
