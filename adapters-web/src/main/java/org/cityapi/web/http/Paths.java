package org.cityapi.web.http;

/** Tells by a path what kind of client it is for. */
public final class Paths {

    private Paths() {}

    /** Whether that path is the root, or leads on from it. */
    public static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** Whether probes ask there, which come often, to this very machine, and follow nowhere. */
    public static boolean isHealth(String path) {
        return isBelow(path, "/health");
    }

    /** Whether programs alone ask there, whatever they call acceptable. */
    public static boolean isForPrograms(String path) {
        return isBelow(path, "/api") || isHealth(path);
    }
}
