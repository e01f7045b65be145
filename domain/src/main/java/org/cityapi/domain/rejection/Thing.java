package org.cityapi.domain.rejection;

/**
 * What was asked for and is not there.
 *
 * @param kind {@code city}, {@code country}, {@code user}, {@code session}, {@code token}, {@code version}, {@code import}, {@code draft}: a message key in every language
 * @param id what the caller called it
 */
public record Thing(String kind, String id) {

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
