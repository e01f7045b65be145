package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import org.cityapi.application.ManageTokens;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.CurrentActor;
import org.cityapi.web.http.Bodies;
import org.cityapi.web.http.PathIds;
import org.cityapi.web.http.Preconditions;
import org.cityapi.web.http.QueryParameters;

/** API tokens in version 2, each user's own. */
@Controller(TokensV2.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.ALL) // judged after the right to write
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Told.Always
final class TokensV2 {

    static final String PATH = "/api/v2/tokens";

    private final ManageTokens tokens;
    private final CurrentActor actor;

    TokensV2(ManageTokens tokens, CurrentActor actor) {
        this.tokens = tokens;
        this.actor = actor;
    }

    @Get
    @TokenOperations.ListTokens
    TokenListV2 list(HttpRequest<?> request) {
        QueryParameters.none(request);
        return new TokenListV2(
                tokens.list(actor.get()).stream().map(TokenV2::of).toList());
    }

    @Post
    @TokenOperations.CreateToken
    HttpResponse<?> make(HttpRequest<byte[]> request) {
        Actor caller = actor.get();
        ManageTokens.Made made = tokens.make(caller, now -> {
            byte[] body = Bodies.json(request);
            ManageTokens.Wanted wanted = TokenBody.read(body, QueryParameters.surplus(request), now);
            // Conditions count where the answer were good without (RFC 9110, 13.2.1).
            wanted.scopes().stream().sorted().forEach(caller::require);
            Preconditions.checkAddition(request);
            return wanted;
        });
        URI location = URI.create(PATH + "/" + made.token().id().value());
        return HttpResponse.created(TokenV2.of(made), location);
    }

    @Get("/{id}")
    @TokenOperations.ReadToken
    TokenV2 read(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters.none(request);
        return TokenV2.of(tokens.one(actor.get(), PathIds.token(id)));
    }

    @Delete("/{id}")
    @TokenOperations.RevokeToken
    @Produces(MediaType.ALL) // only refusals have a body
    HttpResponse<?> revoke(HttpRequest<?> request, @PathVariable String id) {
        QueryParameters.none(request);
        tokens.revoke(actor.get(), PathIds.token(id));
        return HttpResponse.status(HttpStatus.NO_CONTENT);
    }
}
