package org.cityapi.web.pages;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import org.cityapi.application.LendTokens;
import org.cityapi.application.ManageTokens;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.session.CurrentBrowser;
import org.cityapi.domain.user.CurrentActor;

/** Tells the script of {@link DocsPage} who is signed in with this browser, and lends it a token that speaks for him. */
@Controller("/account/documentation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocsCaller {

    private final CurrentActor current;
    private final CurrentBrowser browser;
    private final LendTokens tokens;

    DocsCaller(CurrentActor current, CurrentBrowser browser, LendTokens tokens) {
        this.current = current;
        this.browser = browser;
        this.tokens = tokens;
    }

    /** Nobody is no error: most who read the documentation are not signed in. */
    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> caller() {
        return browser.formToken()
                .<HttpResponse<?>>map(proof ->
                        HttpResponse.ok(new Caller(current.get().signedIn().name(), proof)))
                .orElseGet(HttpResponse::noContent)
                .toMutableResponse()
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** For browsers alone: whoever has a token needs no other. */
    @Post("/token")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> lend() {
        if (browser.session().isEmpty()) {
            throw new Rejection.NotSignedIn();
        }
        ManageTokens.Made lent = tokens.lend(current.get());
        URI location = URI.create("/api/v2/tokens/" + lent.token().id().value());
        return HttpResponse.created(
                new Lent(lent.text().value(), lent.token().expiresAt().toString()), location);
    }

    /**
     * Who is signed in.
     *
     * @param name as people know him
     * @param csrf the proof that writes of this browser send along
     */
    @Serdeable.Serializable
    record Caller(String name, String csrf) {}

    /**
     * A token, which can be revoked at the address that comes with it.
     *
     * @param token its text
     * @param expiresAt RFC 3339, UTC
     */
    @Serdeable.Serializable
    record Lent(String token, String expiresAt) {

        /** Nothing of the text: this method is how secrets find their way into logs. */
        @Override
        public String toString() {
            return "API token until " + expiresAt;
        }
    }
}
