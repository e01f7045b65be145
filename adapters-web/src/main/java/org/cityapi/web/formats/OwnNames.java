package org.cityapi.web.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;

/**
 * Columns and members that have the names of their fields.
 *
 * @param ignoreUnknown whether others are passed over
 */
record OwnNames(boolean ignoreUnknown) implements Naming {

    @Override
    public CsvHeader header(long line, List<String> names) {
        return CsvHeader.of(line, names, ignoreUnknown);
    }

    @Override
    public JsonRow members(JsonBody read) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        Violations violations = read.violations();
        read.members().forEach((name, value) -> {
            String field = Fields.of(name).orElse(null);
            if (field != null) {
                if (members.putIfAbsent(field, value) != null && !violations.has(name)) {
                    violations.add(name, Fault.REPEATED);
                }
                names.putIfAbsent(field, name);
            } else if (!Fields.isPassedOver(name) && !ignoreUnknown && !violations.has(name)) {
                violations.add(name, Fault.UNKNOWN);
            }
        });
        if (members.containsKey(Fields.COUNTRY) && !members.containsKey("countryCode")) {
            members.put("countryCode", members.remove(Fields.COUNTRY));
            names.put("countryCode", Objects.requireNonNullElse(names.remove(Fields.COUNTRY), Fields.COUNTRY));
        }
        return new JsonRow(members, names);
    }

    @Override
    public boolean isByFields() {
        return true;
    }
}
