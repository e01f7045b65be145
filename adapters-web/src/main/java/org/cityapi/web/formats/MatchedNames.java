package org.cityapi.web.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.web.http.JsonBody;

/** Columns and members of which somebody has said what they mean. */
final class MatchedNames implements Naming {

    private final ColumnMatch match;
    private final Map<String, String> fields;

    MatchedNames(ColumnMatch match) {
        this.match = match;
        fields = match.fields();
    }

    @Override
    public CsvHeader header(long line, List<String> names) {
        return CsvHeader.matched(names, match);
    }

    @Override
    public JsonRow members(JsonBody read) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        read.members().forEach((name, value) -> {
            String field = fields.getOrDefault(name, "");
            if (!field.isEmpty()) {
                members.put(field, value);
                names.put(field, name);
            }
        });
        return new JsonRow(members, names);
    }

    @Override
    public boolean isByFields() {
        return false;
    }
}
