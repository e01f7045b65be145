package org.cityapi.domain.city;

/**
 * A place in a sorted list; no city need stand there any more.
 *
 * @param key of the type that the sort field tells
 * @param id breaks the tie between equal keys
 */
public record Position(Comparable<?> key, CityId id) {}
