package org.cityapi.web.v2;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;
import org.jspecify.annotations.Nullable;

/** Which version of a city is to come back. */
final class RestoreBody {

    private static final String VERSION = "version";

    /** To strip zeros of more takes long. */
    private static final int MOST_DECIMALS = 1_000;

    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private RestoreBody() {}

    /**
     * Reads a body.
     *
     * @param parameters what is wrong with the parameters of the request
     * @throws org.cityapi.domain.rejection.Rejection.Invalid with all the faults at once
     */
    static long read(byte[] body, Violations parameters) {
        JsonBody json = JsonBody.read(body, parameters);
        json.refuseUnknown(Set.of(VERSION));
        BigDecimal version = json.integer(VERSION, null);
        Violations violations = json.violations();
        if (!violations.has(VERSION)) {
            check(version, violations);
        }
        violations.throwIfAny();
        return version == null ? 0 : version.longValueExact();
    }

    /** As {@code population} is judged: 1.0 is 1. */
    private static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0
                || (number.scale() <= MOST_DECIMALS
                        && number.stripTrailingZeros().scale() <= 0);
    }

    private static void check(@Nullable BigDecimal version, Violations violations) {
        if (version == null) {
            violations.add(VERSION, Fault.REQUIRED);
        } else if (!isWhole(version)) {
            violations.add(VERSION, Fault.TYPE, Map.of("expected", "integer"));
        } else if (version.signum() <= 0 || version.compareTo(MAX) > 0) {
            violations.add(VERSION, Fault.OUT_OF_RANGE, Map.of("min", 1, "max", Long.MAX_VALUE));
        }
    }
}
