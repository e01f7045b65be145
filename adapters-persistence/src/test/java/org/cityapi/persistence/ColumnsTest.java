package org.cityapi.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cityapi.domain.user.Permission;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void permissionsStandByTheirScopesInOneOrder() {
        assertThat(Columns.scopes(Set.of(Permission.READ_HISTORY, Permission.CREATE_CITIES)))
                .isEqualTo("create:cities read:history");
        assertThat(Columns.scopes(Set.of())).isEmpty();
    }

    @Test
    void aScopeThatIsUnknownIsPassedOver() {
        assertThat(Columns.permissions("create:cities fly:to-the-moon read:history"))
                .containsExactlyInAnyOrder(Permission.CREATE_CITIES, Permission.READ_HISTORY);
        assertThat(Columns.permissions("")).isEmpty();
    }
}
