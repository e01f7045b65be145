package org.cityapi.web.openapi;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which statuses the tests of this JVM have seen of which operations, as {@link DocumentedAnswers} checked them. */
final class SeenAnswers {

    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    private SeenAnswers() {}

    static void add(String method, String route, int status) {
        SEEN.add(method + " " + route + " " + status);
    }

    /** Such as {@code GET /api/v2/cities 200}. */
    static Set<String> all() {
        return new TreeSet<>(SEEN);
    }
}
