package org.cityapi.web.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;

/** Serves the files that pages need. */
@Controller(Assets.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
final class Assets {

    static final String PATH = "/assets";

    private static final String CSS = "text/css";
    private static final String SCRIPT = "text/javascript";
    private static final String SVG = "image/svg+xml";
    private static final String GEO_JSON = "application/geo+json";

    private static final Asset.WebJar SWAGGER_UI = new Asset.WebJar("org.webjars", "swagger-ui");
    private static final Asset.WebJar HTMX_JAR = new Asset.WebJar("org.webjars.npm", "htmx.org");
    private static final Asset.WebJar NORMALIZE = new Asset.WebJar("org.webjars.npm", "normalize.css");

    private static final Asset.WebJar LEAFLET = new Asset.WebJar("org.webjars.npm", "leaflet");

    private static final Asset STYLE = Asset.read("style.css", CSS).after(NORMALIZE, "normalize.css");
    private static final Asset HTMX = Asset.of(HTMX_JAR, "dist/htmx.min.js", SCRIPT);
    private static final Asset APP = Asset.read("app.js", SCRIPT);
    private static final Asset IMPORT = Asset.read("import.js", SCRIPT);
    private static final Asset ICON = Asset.read("icon.svg", SVG);
    private static final Asset DOCS_STYLE = Asset.read("docs.css", CSS);
    private static final Asset DOCS_SCRIPT = Asset.read("docs.js", SCRIPT);
    private static final Asset SWAGGER_STYLE = Asset.of(SWAGGER_UI, "swagger-ui.css", CSS);
    private static final Asset SWAGGER_SCRIPT = Asset.of(SWAGGER_UI, "swagger-ui-bundle.js", SCRIPT);

    private static final Asset LEAFLET_STYLE = Asset.of(LEAFLET, "dist/leaflet.css", CSS);
    private static final Asset LEAFLET_SCRIPT = Asset.of(LEAFLET, "dist/leaflet.js", SCRIPT);
    private static final Asset MAP = Asset.read("map.js", SCRIPT);
    private static final Asset OUTLINE = Asset.read("world.geojson", GEO_JSON);
    private static final Asset LAND = Asset.read("land.svg", SVG);

    private static final Map<String, Asset> ALL = Stream.of(
                    STYLE,
                    HTMX,
                    APP,
                    IMPORT,
                    ICON,
                    DOCS_STYLE,
                    DOCS_SCRIPT,
                    SWAGGER_STYLE,
                    SWAGGER_SCRIPT,
                    LEAFLET_STYLE,
                    LEAFLET_SCRIPT,
                    MAP,
                    OUTLINE,
                    LAND)
            .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));

    /**
     * What others have made of what browsers are served.
     *
     * @param licence by its SPDX name; empty for what is in the public domain
     */
    record Part(String name, String version, String licence, String site) {

        private static Part of(Asset.WebJar jar, String name, String licence, String site) {
            return new Part(name, jar.version(), licence, site);
        }
    }

    /** All of them, with their licences. */
    static final List<Part> PARTS = List.of(
            Part.of(HTMX_JAR, "htmx", "0BSD", "https://htmx.org/"),
            Part.of(NORMALIZE, "normalize.css", "MIT", "https://necolas.github.io/normalize.css/"),
            Part.of(LEAFLET, "Leaflet", "BSD-2-Clause", "https://leafletjs.com/"),
            new Part("Natural Earth", "4.1.0", "", "https://www.naturalearthdata.com/"),
            new Part("world-atlas", "2.0.2", "ISC", "https://github.com/topojson/world-atlas"),
            Part.of(SWAGGER_UI, "Swagger UI", "Apache-2.0", "https://swagger.io/tools/swagger-ui/"));

    /** The address of the style sheet. */
    static String style() {
        return address(STYLE);
    }

    /** The address of the icon. */
    static String icon() {
        return address(ICON);
    }

    /** The addresses of the scripts, in their order. */
    static List<String> scripts() {
        return List.of(address(HTMX), address(APP));
    }

    /** The address of what the page needs besides on which a file is chosen. */
    static String importScript() {
        return address(IMPORT);
    }

    /** The addresses of what the documentation of the API needs besides. */
    static Map<String, Object> ofDocs() {
        return Map.of(
                "styles", List.of(address(SWAGGER_STYLE), address(DOCS_STYLE)),
                "scripts", List.of(address(SWAGGER_SCRIPT), address(DOCS_SCRIPT)));
    }

    /** The addresses of what maps need besides, in their order. */
    static List<String> ofMaps() {
        return List.of(address(LEAFLET_STYLE), address(LEAFLET_SCRIPT), address(MAP));
    }

    /** The address of the outlines of countries. */
    static String outline() {
        return address(OUTLINE);
    }

    /** The address of a drawing of all land. */
    static String land() {
        return address(LAND);
    }

    /** Another one with each other script of pages. */
    static String print() {
        return APP.name().replaceFirst("^app\\.(.*)\\.js$", "$1");
    }

    private static String address(Asset asset) {
        return PATH + "/" + asset.name();
    }

    @Get("/{name}")
    @Produces({CSS, SCRIPT, SVG, GEO_JSON})
    HttpResponse<ByteBuf> read(HttpRequest<?> request, @PathVariable String name) {
        Asset asset = ALL.get(name);
        if (asset == null) {
            throw new Rejection.NotFound(new Thing("asset", name));
        }
        boolean zipped = "gzip".equals(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING));
        MutableHttpResponse<ByteBuf> answer = HttpResponse.ok(zipped ? asset.gzipped() : asset.plain())
                .contentType(new MediaType(asset.type() + ";charset=utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        return zipped ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }
}
