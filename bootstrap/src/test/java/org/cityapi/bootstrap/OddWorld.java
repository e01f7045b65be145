package org.cityapi.bootstrap;

import java.util.List;

/**
 * What is there for odd requests to speak of.
 *
 * @param proofs lines that prove somebody, or pretend to
 * @param cities ids of cities go from 1 to that
 * @param user the id of one whom it does not harm to be changed
 * @param tokenIds of API tokens that nobody uses
 * @param cursors of listings
 */
record OddWorld(List<String> proofs, int cities, String user, List<String> tokenIds, List<String> cursors) {}
