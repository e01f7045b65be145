package org.cityapi.domain.city;

import org.cityapi.domain.text.SearchKey;

/**
 * A key by which a city's names are searched.
 *
 * @param main whether it is one of the main name, and {@link SearchKey#ownOf its own}
 */
public record NameKey(SearchKey key, boolean main) {}
