package org.cityapi.web.v2;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.application.ManageUsers;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.domain.user.Role;
import org.cityapi.web.http.JsonBody;

/** What a merge patch (RFC 7396) changes of a user: role and disabled, both of which stay where they are absent. */
final class UserPatch {

    private static final Set<String> KNOWN = Set.of(
            "role",
            "disabled",
            // read-only ones may come back as they were read
            "id",
            "name",
            "email",
            "issuer",
            "subject",
            "permissions",
            "signedInAt");

    private UserPatch() {}

    /**
     * Reads a body.
     *
     * @param parameters what is wrong with the parameters of the request
     * @throws org.cityapi.domain.rejection.Rejection.Invalid with all the faults at once
     */
    static ManageUsers.Wanted read(byte[] body, Violations parameters) {
        JsonBody json = JsonBody.read(body, parameters);
        Violations violations = json.violations();
        json.refuseUnknown(KNOWN);
        for (String kept : new String[] {"role", "disabled"}) {
            if (json.members().containsKey(kept) && json.members().get(kept).isNull()) {
                violations.add(kept, Fault.REQUIRED);
            }
        }
        String spelled = json.text("role", null);
        Optional<Role> role = Optional.ofNullable(spelled).flatMap(Rights::role);
        if (spelled != null && role.isEmpty()) {
            violations.add("role", Fault.NOT_ALLOWED, Map.of("value", spelled, "allowed", Rights.ROLES));
        }
        Boolean disabled = json.truth("disabled");
        violations.throwIfAny();
        return new ManageUsers.Wanted(role.orElse(null), disabled);
    }
}
