package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.cityapi.domain.user.Actor;
import org.cityapi.domain.user.User;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as version 2 tells it.
 *
 * @param email null where the provider tells none
 * @param role what is granted here
 * @param permissions what this very credential allows, by the alphabet
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallerV2(
        String id,
        String name,
        @Nullable String email,
        String issuer,
        @Schema(ref = "#/components/schemas/Role") String role,

        @ArraySchema(schema = @Schema(ref = "#/components/schemas/Permission"))
        List<String> permissions) {

    static CallerV2 of(Actor actor) {
        User user = actor.signedIn();
        return new CallerV2(
                user.id().value(),
                user.name(),
                user.email(),
                user.issuer(),
                Rights.of(user.role()),
                Rights.of(actor.permissions()));
    }
}
