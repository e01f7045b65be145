package org.cityapi.domain.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cityapi.domain.city.CityDraft;

/**
 * Which column of a file, or member of its objects, means which field of a city.
 *
 * @param columns in the order of the file; of members with one name there is one
 * @param isHeaded whether the first line of the file has the names of its columns, and is no row
 */
public record ColumnMatch(List<Column> columns, boolean isHeaded) {

    /** The field of the number that a city has here. */
    public static final String ID = "id";

    /** What a column means that has a country beside {@code countryCode}, which must be the same. */
    private static final String COUNTRY = "country";

    /** The fields that a column can mean, in the order in which people are asked for them. */
    public static final List<String> FIELDS =
            Stream.concat(CityDraft.FIELDS.stream(), Stream.of(ID, COUNTRY)).toList();

    private static final List<String> REQUIRED = List.of("name", "countryCode", "population");

    /** Each without the other says nothing. */
    private static final Map<String, String> HALVES = Map.of("latitude", "longitude", "longitude", "latitude");

    /** Where a feature of GeoJSON has its place. */
    private static final Set<String> OF_GEOMETRY = HALVES.keySet();

    /**
     * One column.
     *
     * @param name as {@link FileOutline.Column} has it
     * @param field that it means; empty where it is left out
     */
    public record Column(String name, String field) {

        /** @throws IllegalArgumentException when there is no such field */
        public Column {
            if (!field.isEmpty() && !FIELDS.contains(field)) {
                throw new IllegalArgumentException("Not a field: " + field);
            }
        }
    }

    public ColumnMatch {
        columns = List.copyOf(columns);
    }

    /** The fields that columns mean, by the names of those; of columns with one name the first counts. */
    public Map<String, String> fields() {
        return columns.stream().collect(Collectors.toMap(Column::name, Column::field, (first, second) -> first));
    }

    /** What people are told that the column of that place is called, from 0: its number where it has no name. */
    private String shown(int place) {
        return isHeaded ? FileOutline.called(columns.get(place).name(), place) : FileOutline.number(place);
    }

    /**
     * The field that a column means.
     *
     * @param shown what the column is called
     * @return the same where there is no such column, or it means nothing
     */
    public String meaning(String shown) {
        return IntStream.range(0, columns.size())
                .filter(place -> shown(place).equals(shown))
                .mapToObj(place -> columns.get(place).field())
                .filter(field -> !field.isEmpty())
                .findFirst()
                .orElse(shown);
    }

    /** The fields that more than one column means, or that a geometry tells already. */
    public Set<String> repeated(ImportFormat format) {
        Set<String> told = new HashSet<>(format == ImportFormat.GEOJSON ? OF_GEOMETRY : Set.of());
        return meant().filter(field -> !told.add(field)).collect(Collectors.toSet());
    }

    /** The fields that no column means, though their other half is there. */
    public Set<String> halves(ImportFormat format) {
        Set<String> told = told(format);
        return told.stream()
                .flatMap(field -> Optional.ofNullable(HALVES.get(field)).stream())
                .filter(half -> !told.contains(half))
                .collect(Collectors.toSet());
    }

    /**
     * The fields that no column means, though there is no new city without them; where cities are changed, none, if a
     * column tells which city is meant.
     */
    public List<String> missing(ImportFormat format, ImportMode mode) {
        Set<String> told = told(format);
        boolean namesCities = told.contains("geonameId") || told.contains(ID);
        List<String> missing = new ArrayList<>(REQUIRED);
        missing.removeAll(told);
        return mode == ImportMode.UPSERT && namesCities ? List.of() : missing;
    }

    /** Whether a file can be read like that. */
    public boolean isSound(ImportFormat format, ImportMode mode) {
        return repeated(format).isEmpty()
                && halves(format).isEmpty()
                && missing(format, mode).isEmpty();
    }

    private Set<String> told(ImportFormat format) {
        Stream<String> besides = format == ImportFormat.GEOJSON ? OF_GEOMETRY.stream() : Stream.empty();
        return Stream.of(meant(), besides).flatMap(Function.identity()).collect(Collectors.toSet());
    }

    private Stream<String> meant() {
        return columns.stream().map(Column::field).filter(field -> !field.isEmpty());
    }
}
