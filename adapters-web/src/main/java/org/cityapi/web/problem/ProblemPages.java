package org.cityapi.web.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Locale;
import java.util.Map;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Thing;
import org.cityapi.web.Languages;
import org.cityapi.web.Messages;

/** The pages that the types of problems point to. */
@Controller(ProblemPages.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
final class ProblemPages {

    static final String PATH = "/api/docs/problems/";

    private static final MediaType HTML = new MediaType("text/html;charset=utf-8");

    private final Messages messages;

    ProblemPages(Messages messages) {
        this.messages = messages;
    }

    @Get("{slug}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request, @PathVariable String slug) {
        ProblemType type = ProblemType.of(slug).orElseThrow(() -> new Rejection.NotFound(new Thing("problem", slug)));
        Locale language = Languages.of(request);
        String key = "problem." + type.slug();
        String page = """
                <!doctype html>
                <html lang="{lang}">
                <head><meta charset="utf-8"><title>{status} {title}</title></head>
                <body><main><h1>{status} {title}</h1><p>{help}</p></main></body>
                </html>
                """.replace("{lang}", language.toLanguageTag())
                .replace("{status}", Integer.toString(type.status()))
                .replace("{title}", messages.get(language, key + ".title", Map.of()))
                .replace("{help}", messages.get(language, key + ".help", Map.of()));
        return Languages.mark(HttpResponse.ok(page).contentType(HTML), language)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
