package org.cityapi.web.formats;

import java.util.List;
import org.cityapi.domain.search.Hit;

/** The text of one file of cities, made piece by piece in UTF-8; any piece may be empty. */
public interface CitiesText {

    /** What stands in front of the first city. */
    byte[] beginning();

    /** The next cities. */
    byte[] cities(List<Hit> stretch);

    /** What stands behind the last city. */
    byte[] end();
}
