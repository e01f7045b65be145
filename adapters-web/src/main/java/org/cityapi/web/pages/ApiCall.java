package org.cityapi.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * How a program asks for what a page shows.
 *
 * @param path of the API, with its query
 * @param url the same with scheme and host
 * @param curl the command
 * @param export where the same goes into a file, but for the format; null where it does not
 * @param forSignedIn whether the API wants to know who asks; a browser's session says nothing there
 */
public record ApiCall(
        String path, String url, String curl, @Nullable String export, boolean forSignedIn) {

    private static final String CITIES = "/api/v2/cities";

    /** Stands where a token is to be put. */
    private static final String TOKEN = "cityapi_...";

    /** @param query of the list; empty for all cities */
    public static ApiCall ofList(String site, String query) {
        String tail = query.isEmpty() ? "" : query + "&";
        String path = query.isEmpty() ? CITIES : CITIES + "?" + query;
        return new ApiCall(path, site + path, curl("", site + path), CITIES + "/export?" + tail + "format=", false);
    }

    /** @param path one that anybody may ask for */
    public static ApiCall open(String site, String path) {
        return new ApiCall(path, site + path, curl("", site + path), null, false);
    }

    /** @param path one that only some may ask for */
    public static ApiCall signedIn(String site, String path) {
        String proof = "-H 'Authorization: Bearer " + TOKEN + "' ";
        return new ApiCall(path, site + path, curl(proof, site + path), null, true);
    }

    private static String curl(String options, String url) {
        return "curl " + options + "'" + url.replace("'", "%27") + "'";
    }
}
