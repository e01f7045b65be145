package org.cityapi.domain.imports;

/** In which form a file holds cities. */
public enum ImportFormat {
    /** RFC 4180, with a header line; or with {@code ;} or tabs between the columns. */
    CSV,
    /** A JSON object a line. */
    NDJSON,
    /** A FeatureCollection (RFC 7946). */
    GEOJSON,
    /** An array of JSON objects, or JSON objects one after the other. */
    JSON
}
