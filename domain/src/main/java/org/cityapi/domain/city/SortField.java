package org.cityapi.domain.city;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.cityapi.domain.text.SortKey;

/** By what cities can be sorted. */
public enum SortField {
    /** In an order that people expect of names. */
    NAME("name", SortKey.class, city -> city.details().sortKey()),
    POPULATION("population", Long.class, city -> city.details().population().value()),
    /** By the country's code, which is the same in every language. */
    COUNTRY("country", String.class, city -> city.details().country().value()),
    CREATED_AT("createdAt", Long.class, city -> city.createdAt().toEpochMilli()),
    UPDATED_AT("updatedAt", Long.class, city -> city.updatedAt().toEpochMilli()),
    ID("id", Long.class, city -> city.id().value());

    private final String label;
    private final Class<?> keyType;
    private final Function<City, Comparable<?>> key;

    <K extends Comparable<K>> SortField(String label, Class<K> keyType, Function<City, K> key) {
        this.label = label;
        this.keyType = keyType;
        this.key = key::apply;
    }

    /** The field's name in requests. */
    public String label() {
        return label;
    }

    /** The field of that name; empty when there is none. */
    public static Optional<SortField> labelled(String label) {
        return Arrays.stream(values())
                .filter(field -> field.label.equals(label))
                .findFirst();
    }

    /** {@link SortKey}, {@link String} or {@link Long}; times are milliseconds since 1970. */
    public Class<?> keyType() {
        return keyType;
    }

    /** What is compared, of the type that {@link #keyType} tells. */
    public Comparable<?> keyOf(City city) {
        return key.apply(city);
    }
}
