package org.cityapi.persistence;

import org.cityapi.domain.city.CitySort;
import org.cityapi.domain.city.SortField;

/** What lists of cities are sorted by, as SQL. */
public final class SortColumns {

    private SortColumns() {}

    public static String of(SortField field) {
        return switch (field) {
            case NAME -> "sort_key";
            case POPULATION -> "population";
            case COUNTRY -> "country_code";
            case CREATED_AT -> "created_at";
            case UPDATED_AT -> "updated_at";
            case ID -> "id";
        };
    }

    /** The columns of a sort, then the id: upwards forwards. */
    public static String order(CitySort sort, boolean backwards) {
        String down = sort.descending() == backwards ? "" : " DESC";
        return sort.field() == SortField.ID
                ? "id" + down
                : of(sort.field()) + down + (backwards ? ", id DESC" : ", id");
    }
}
