package org.cityapi.web.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.web.http.JsonBody;
import org.cityapi.web.http.WrittenNumber;

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
                members.put(field, meant(name, field, value));
                names.put(field, name);
            }
        });
        return new JsonRow(members, names);
    }

    /** Other programs write numbers as texts, and codes as numbers; what is no such thing stays, to be refused. */
    private static JsonNode meant(String name, String field, JsonNode value) {
        Function<String, Optional<BigDecimal>> written = Fields.NUMBERS.get(field);
        if (written != null) {
            return number(value, written);
        }
        return switch (field) {
            case "adminCode" -> code(value);
            case "otherNames" -> value.isTextual() ? names(name, value.textValue()) : value;
            default -> value;
        };
    }

    private static JsonNode code(JsonNode value) {
        BigDecimal number = value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
        boolean isWhole = number.signum() >= 0
                && number.scale() >= 0
                && number.scale() <= WrittenNumber.LONGEST
                && number.stripTrailingZeros().scale() <= 0;
        return isWhole ? TextNode.valueOf(number.toBigInteger().toString()) : value;
    }

    private static JsonNode number(JsonNode value, Function<String, Optional<BigDecimal>> written) {
        if (!value.isTextual()) {
            return value;
        }
        return WrittenNumber.isNone(value.textValue())
                ? NullNode.getInstance()
                : written.apply(value.textValue())
                        .<JsonNode>map(DecimalNode::valueOf)
                        .orElse(value);
    }

    private static JsonNode names(String column, String joined) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        JoinedNames.of(joined, ColumnWords.areByComma(column)).forEach(names::add);
        return names;
    }

    @Override
    public boolean isByFields() {
        return false;
    }
}
