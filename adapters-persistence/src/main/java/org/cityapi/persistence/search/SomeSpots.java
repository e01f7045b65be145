package org.cityapi.persistence.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spots of an area: all, or some of those that are too many, or none where that is found out without reading them. */
record SomeSpots(List<Spot> spots, boolean areAll) {

    /** All; null where they are too many. */
    @Nullable
    List<Spot> all() {
        return areAll ? spots : null;
    }
}
