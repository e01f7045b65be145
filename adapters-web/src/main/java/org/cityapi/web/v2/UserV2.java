package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cityapi.domain.user.Account;
import org.cityapi.domain.user.User;
import org.cityapi.web.http.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A user as version 2 sends it to administrators.
 *
 * @param email null where the provider tells none
 * @param subject the provider's name for this user, unique with the issuer
 * @param role what is granted here
 * @param permissions what the role, and the provider at the last sign-in, grant together, by the alphabet
 * @param disabled whether he is kept out
 * @param signedInAt RFC 3339, UTC; null when he never signed in with a browser
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserV2(
        String id,
        String name,
        @Nullable String email,
        String issuer,
        String subject,
        @Schema(ref = "#/components/schemas/Role") String role,

        @ArraySchema(schema = @Schema(ref = "#/components/schemas/Permission"))
        List<String> permissions,

        boolean disabled,
        @Schema(format = "date-time") @Nullable String signedInAt) {

    public static UserV2 of(User user) {
        Account account = user.account();
        Instant signedInAt = account.signedInAt();
        return new UserV2(
                user.id().value(),
                user.name(),
                user.email(),
                user.issuer(),
                user.subject(),
                Rights.of(account.role()),
                Rights.of(account.permissions()),
                account.disabled(),
                signedInAt == null ? null : signedInAt.toString());
    }

    /** The strong tag of this answer, from all that it says. */
    public String tag() {
        return ETags.ofValues(id, name, email, issuer, subject, role, permissions, disabled, signedInAt);
    }
}
