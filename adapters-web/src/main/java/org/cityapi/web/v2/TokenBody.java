package org.cityapi.web.v2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cityapi.application.ManageTokens;
import org.cityapi.application.TokenDraft;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;

/** The body that asks for an API token. */
final class TokenBody {

    private static final Set<String> KNOWN = Set.of("name", "scopes", "expiresAt");

    private TokenBody() {}

    /**
     * Reads a body.
     *
     * @param parameters what is wrong with the parameters of the request
     * @param now when the token is made
     * @throws org.cityapi.domain.rejection.Rejection.Invalid with all the faults at once
     */
    static ManageTokens.Wanted read(byte[] body, Violations parameters, Instant now) {
        JsonBody json = JsonBody.read(body, parameters);
        json.refuseUnknown(KNOWN);
        JsonNode scopes = json.members().get("scopes");
        List<String> names = scopes == null || scopes.isNull() ? null : json.texts("scopes", List.of());
        return new TokenDraft(json.text("name", null), names, json.text("expiresAt", null))
                .check(json.violations(), now);
    }
}
