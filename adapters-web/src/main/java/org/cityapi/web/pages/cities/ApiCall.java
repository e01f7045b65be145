package org.cityapi.web.pages.cities;

import org.jspecify.annotations.Nullable;

/**
 * How a program asks for what a page shows.
 *
 * @param path of the API, with its query
 * @param url the same with scheme and host
 * @param curl the command
 * @param export where the same goes into a file, but for the format; null where it does not
 */
public record ApiCall(
        String path, String url, String curl, @Nullable String export) {

    private static final String CITIES = "/api/v2/cities";

    /** @param query of the list; empty for all cities */
    static ApiCall ofList(String site, String query) {
        String tail = query.isEmpty() ? "" : query + "&";
        return of(site, query.isEmpty() ? CITIES : CITIES + "?" + query, CITIES + "/export?" + tail + "format=");
    }

    static ApiCall ofCity(String site, long id) {
        return of(site, CITIES + "/" + id, null);
    }

    private static ApiCall of(String site, String path, @Nullable String export) {
        return new ApiCall(path, site + path, "curl '" + site + path.replace("'", "%27") + "'", export);
    }
}
