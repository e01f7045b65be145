package org.cityapi.domain.city;

/**
 * In which order cities are listed. Ties are broken by id, the lower first in both directions.
 *
 * @param descending whether the largest key comes first
 */
public record CitySort(SortField field, boolean descending) {

    /** The largest cities first. */
    public static final CitySort DEFAULT = new CitySort(SortField.POPULATION, true);

    public static final CitySort BY_ID = new CitySort(SortField.ID, false);

    /** The place of a city in this order. */
    public Position positionOf(City city) {
        return new Position(field.keyOf(city), city.id());
    }
}
