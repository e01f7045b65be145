package org.cityapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityapi.domain.user.Permission.CREATE_CITIES;
import static org.cityapi.domain.user.Permission.DELETE_CITIES;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Collections;
import java.util.Set;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What claims allow, and that odd ones allow nothing. */
class GrantedPermissionsTest {

    private static Set<Permission> in(String json, String path) {
        try {
            return GrantedPermissions.in(JWTClaimsSet.parse(json).getClaims(), path);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<Permission> in(String json) {
        return in(json, null);
    }

    @Test
    void theListOfPermissionsCounts() {
        assertThat(in("{'permissions':['create:cities','delete:cities','read:mail']}".replace('\'', '"')))
                .containsExactlyInAnyOrder(CREATE_CITIES, DELETE_CITIES);
    }

    @Test
    void withoutPermissionsTheScopeCounts() {
        assertThat(in("{\"scope\":\"openid create:cities  delete:cities\"}"))
                .containsExactlyInAnyOrder(CREATE_CITIES, DELETE_CITIES);
        assertThat(in("{\"scope\":[\"create:cities\"]}")).containsExactly(CREATE_CITIES);
    }

    @Test
    void aClaimThatIsNamedCountsAlone() {
        String asked = "{\"scope\":\"openid create:cities\",\"permissions\":[\"delete:cities\"]}";
        assertThat(in(asked, "realm_access.roles")).isEmpty();
        assertThat(in(asked, "permissions")).containsExactly(DELETE_CITIES);
        assertThat(in("{\"scope\":\"create:cities\"}", "permissions")).isEmpty();
        assertThat(in(asked, "scope")).containsExactly(CREATE_CITIES);
    }

    @Test
    void anEmptyListOfPermissionsIsNotFilledFromTheScope() {
        assertThat(in("{\"permissions\":[],\"scope\":\"create:cities\"}")).isEmpty();
    }

    @Test
    void theClaimMayStandDeeper() {
        String keycloak = "{\"realm_access\":{\"roles\":[\"create:cities\",\"offline_access\"]}}";
        assertThat(in(keycloak, "realm_access.roles")).containsExactly(CREATE_CITIES);
        assertThat(in(keycloak, "realm_access")).isEmpty();
        assertThat(in(keycloak, "realm_access.roles.x")).isEmpty();
        assertThat(in(keycloak, "realm_access.")).isEmpty();
        assertThat(in("{\"a\":{\"b\":{\"c\":[\"create:cities\"]}}}", "a.b.c")).containsExactly(CREATE_CITIES);
    }

    @Test
    void aNameWithDotsIsOneName() {
        assertThat(in("{\"https://example.com/roles\":[\"create:cities\"]}", "https://example.com/roles"))
                .containsExactly(CREATE_CITIES);
    }

    @Test
    void microsoftsScopeIsAText() {
        assertThat(in("{\"scp\":\"create:cities\"}", "scp")).containsExactly(CREATE_CITIES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"create:cities\"",
                "{\"create:cities\":true}",
                "[[\"create:cities\"]]",
                "[{\"name\":\"create:cities\"}]",
                "[1,2,null,true]",
                "[\"create:cities\",5]",
                "[null,\"create:cities\"]",
                "[\"CREATE:CITIES\",\" create:cities\",\"create:*\",\"*\",\"admin\",\"\"]",
                "7",
                "true"
            })
    void oddPermissionsAllowNothing(String odd) {
        assertThat(in("{\"permissions\":" + odd + "}")).isEmpty();
    }

    @Test
    void anOddScopeAllowsNothing() {
        assertThat(in("{\"scope\":{\"create:cities\":true}}")).isEmpty();
        assertThat(in("{\"scope\":\"create:cities,delete:cities\"}")).isEmpty();
        assertThat(in("{\"scope\":7}")).isEmpty();
        assertThat(in("{}")).isEmpty();
    }

    @Test
    void fiveHundredEntriesAllowNothing() {
        String many = String.join(",", Collections.nCopies(500, "\"create:cities\""));
        assertThat(in("{\"permissions\":[" + many + "]}")).isEmpty();
    }
}
