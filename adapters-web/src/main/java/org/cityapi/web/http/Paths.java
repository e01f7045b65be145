package org.cityapi.web.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Set;

/** Tells by a path what kind of client it is for. */
public final class Paths {

    /** What an address that has a page may answer with. */
    private static final Set<MediaType> OFFERED = Set.of(MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE);

    private Paths() {}

    /** Whether that path is the root, or leads on from it. */
    public static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** Whether probes ask there, which come often, to this very machine, and follow nowhere. */
    public static boolean isHealth(String path) {
        return isBelow(path, "/health");
    }

    /** Whether a file is there that pages need. */
    public static boolean isAsset(String path) {
        return path.startsWith("/assets/");
    }

    /** Whether a page is what the client would like best of what there is, and the address is one that pages have. */
    public static boolean isPageWanted(HttpRequest<?> request) {
        return !isForPrograms(request.getPath())
                && request.accept().stream()
                        .filter(OFFERED::contains)
                        .findFirst()
                        .filter(MediaType.TEXT_HTML_TYPE::equals)
                        .isPresent();
    }

    /** Whether programs alone ask there, whatever they call acceptable. */
    public static boolean isForPrograms(String path) {
        return isBelow(path, "/api") || isHealth(path);
    }
}
