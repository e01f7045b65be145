package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A stretch of the changes of all cities, in the order of their commits.
 *
 * @param nextSince the value of {@code since} with which to go on, now or later
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChangePageV2(List<ChangeV2> items, long nextSince) {

    /** @param since after which the changes were asked for */
    static ChangePageV2 of(List<ChangeV2> items, long since) {
        return new ChangePageV2(
                items, items.isEmpty() ? since : items.get(items.size() - 1).sequence());
    }
}
