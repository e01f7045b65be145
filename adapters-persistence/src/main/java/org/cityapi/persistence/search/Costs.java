package org.cityapi.persistence.search;

/**
 * From when on one way of searching is dearer than another. All ways give the same answers.
 *
 * @param many from so many spots or cities on, gathering costs more than passing by those that are not asked for
 * @param manyInBox the same for a box, where the other way leads there from a place that may be far away
 * @param scattered from so many stretches of squares on an area is dear to look up
 * @param few so few cities are read whole rather than looked for by their names
 * @param met how many cities a walk may meet for each one that is wanted
 * @param passed the same where the index of the walk tells where they lie
 * @param read how many cities a walk may read whole for each one that is wanted
 * @param manyNames from so many cities with a name on it costs more to gather them than to read cities until enough have it
 * @param brief a text of so few characters is found in so many names that it is dear to gather them
 */
record Costs(int many, int manyInBox, int scattered, int few, int met, int passed, int read, int manyNames, int brief) {

    static final Costs USUAL = new Costs(1_000, 10_000, 100, 200, 200, 1_000, 10, 20_000, 2);
}
