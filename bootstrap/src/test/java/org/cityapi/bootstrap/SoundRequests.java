package org.cityapi.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What sensible clients ask for, route by route: what odd requests are made of. */
final class SoundRequests {

    /** The routes of the table, which no route can be missing from. */
    private static final Pattern ROUTE = Pattern.compile("^\\| `([A-Z]+ /\\S*)` ", Pattern.MULTILINE);

    private static final List<String> OTHERS = List.of(
            "GET /",
            "GET /oauth/login/local",
            "GET /oauth/callback/local",
            "GET /api/docs",
            "GET /api/openapi/v2.json",
            "GET /api/openapi/v1.yaml",
            "GET /favicon.ico",
            "GET /nowhere",
            "GET /api/nowhere",
            "GET /api/v1/nowhere",
            "OPTIONS /api/v2/cities");

    private static final List<String> OFTEN = List.of(
            "GET /api/v2/cities",
            "GET /api/v2/cities",
            "POST /api/v2/cities",
            "PUT /api/v2/cities/{id}",
            "PATCH /api/v2/cities/{id}",
            "DELETE /api/v2/cities/{id}");

    private static final Map<String, List<String>> LISTING = new TreeMap<>(Map.ofEntries(
            Map.entry("q", List.of("par", "Paris", "s%C3%A3o", "%E6%9D%B1%E4%BA%AC", "new+york", "prais", "a")),
            Map.entry("country", List.of("FR", "fr,DE", "US")),
            Map.entry("minPopulation", List.of("0", "1000", "100000000")),
            Map.entry("maxPopulation", List.of("0", "5000000")),
            Map.entry("bbox", List.of("-10,35,30,60", "170,-50,-170,50", "-180,-90,180,90", "0,0,0,0")),
            Map.entry("near", List.of("48.85,2.35", "90,0", "-90,180", "0,-180")),
            Map.entry("radiusKm", List.of("1", "500.5", "20038")),
            Map.entry("hasCoordinates", List.of("true", "false")),
            Map.entry("sort", List.of("name", "-population", "country", "createdAt", "-updatedAt", "id")),
            Map.entry("limit", List.of("1", "20", "200")),
            Map.entry("fields", List.of("id,name", "otherNames", "version")),
            Map.entry("count", List.of("exact"))));

    private final List<String> routes = new ArrayList<>(OTHERS);
    private final OddWorld world;

    SoundRequests(OddWorld world) {
        this.world = world;
        try {
            ROUTE.matcher(Files.readString(Path.of("../docs/permissions.md")))
                    .results()
                    .forEach(route -> routes.add(route.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A request of which all is meant well.
     *
     * @param query names and values, escaped
     * @param body members and their JSON; empty for none
     */
    record Sound(String method, String path, List<String> query, Map<String, String> body) {}

    Sound any(Random random) {
        String route = routes.get(random.nextInt(routes.size()));
        if (random.nextInt(3) == 0) {
            route = one(OFTEN, random);
        }
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        return new Sound(
                method,
                filled(path, random),
                method.equals("GET") ? query(path, random) : List.of(),
                body(method + " " + path, random));
    }

    private String filled(String path, Random random) {
        String id = path.contains("/users/")
                ? world.user()
                : path.contains("/tokens/") ? one(world.tokenIds(), random) : "" + (1 + random.nextInt(world.cities()));
        return path.replace("{id}", id)
                .replace("{code}", one(List.of("FR", "de", "XK"), random))
                .replace("{slug}", one(List.of("not-found", "gone", "invalid-request"), random))
                .replace("{selector}", one(List.of("liveness", "readiness"), random))
                .replace("{provider}", "local")
                .replace("{name}", one(List.of("style.css", "icon.svg"), random));
    }

    private List<String> query(String path, Random random) {
        List<String> query = new ArrayList<>();
        if (path.equals("/api/v2/cities") || path.endsWith("/suggest")) {
            LISTING.forEach((name, values) -> {
                if (random.nextInt(4) == 0) {
                    query.add(name + "=" + one(values, random));
                }
            });
            if (random.nextInt(6) == 0) {
                query.clear();
                query.add("cursor=" + one(world.cursors(), random));
            }
        } else if (path.equals("/cities") || path.equals("/api/v1/cities")) {
            query.add("limit=" + random.nextInt(30));
            query.add("offset=" + random.nextInt(300));
        } else if (path.startsWith("/api/v2/changes")) {
            query.add("since=" + random.nextInt(400));
        } else if (path.contains("callback")) {
            query.addAll(List.of("code=abc", "state=def"));
        }
        return query;
    }

    private Map<String, String> body(String route, Random random) {
        Map<String, String> body = new LinkedHashMap<>();
        if (route.startsWith("GET") || route.startsWith("DELETE") || route.startsWith("OPTIONS")) {
            return body;
        }
        if (route.contains("/tokens")) {
            Stream.of("name=\"t\"", "scopes=[\"read:history\"]", "expiresAt=\"2020-01-01T00:00:00Z\"")
                    .forEach(put(body));
        } else if (route.contains("/users")) {
            body.put("role", "\"viewer\"");
        } else if (route.contains("/restore")) {
            body.put("version", "" + (1 + random.nextInt(3)));
        } else if (route.contains("/v1/") || route.contains(" /cities")) {
            Stream.of("name=\"Lyon\"", "population=" + random.nextInt(999), "country=\"France\"")
                    .forEach(put(body));
        } else {
            Stream.of(
                            "name=\"Lyon\"",
                            "countryCode=\"FR\"",
                            "population=" + random.nextInt(999),
                            "latitude=45.75",
                            "longitude=4.85",
                            "adminCode=\"84\"",
                            "timezone=\"Europe/Paris\"",
                            "otherNames=[\"Lugdunum\"]")
                    .forEach(put(body));
        }
        return body;
    }

    private static java.util.function.Consumer<String> put(Map<String, String> body) {
        return member -> body.put(member.substring(0, member.indexOf('=')), member.substring(member.indexOf('=') + 1));
    }

    static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
