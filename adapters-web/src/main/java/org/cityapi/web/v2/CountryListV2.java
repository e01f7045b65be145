package org.cityapi.web.v2;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * All countries as version 2 sends them.
 *
 * @param items ordered by code
 */
@Serdeable.Serializable
record CountryListV2(List<CountryV2> items) {}
