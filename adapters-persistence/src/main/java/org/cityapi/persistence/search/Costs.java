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
 * @param gathered how many cities a walk may meet for each one with a name that would be read otherwise
 * @param manyNames from so many cities with a name on it costs more to gather them than to read cities until enough have it
 * @param sample how many of the largest cities with a name tell how frequent it is
 * @param dear how many cities with a name are gathered in the time in which one is read whole; twice as many, for the
 *     largest cities have more names than others
 */
record Costs(
        int many,
        int manyInBox,
        int scattered,
        int few,
        int met,
        int passed,
        int gathered,
        int manyNames,
        int sample,
        int dear) {

    static final Costs USUAL = new Costs(1_000, 10_000, 100, 200, 200, 1_000, 3, 20_000, 200, 40);
}
