package org.cityapi.web.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
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

    private static final Asset STYLE = Asset.read("style.css", "text/css;charset=utf-8");
    private static final Asset ICON = Asset.read("icon.svg", "image/svg+xml;charset=utf-8");

    private static final Map<String, Asset> ALL =
            Stream.of(STYLE, ICON).collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));

    /** The address of the style sheet. */
    static String style() {
        return PATH + "/" + STYLE.name();
    }

    /** The address of the icon. */
    static String icon() {
        return PATH + "/" + ICON.name();
    }

    @Get("/{name}")
    @Produces({"text/css", "image/svg+xml"})
    HttpResponse<String> read(@PathVariable String name) {
        Asset asset = ALL.get(name);
        if (asset == null) {
            throw new Rejection.NotFound(new Thing("asset", name));
        }
        return HttpResponse.ok(asset.text())
                .contentType(MediaType.of(asset.type()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }
}
