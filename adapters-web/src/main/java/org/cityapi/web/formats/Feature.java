package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;
import org.jspecify.annotations.Nullable;

/** A feature of GeoJSON (RFC 7946, section 3.2): what it tells of a city. */
final class Feature {

    private static final Set<String> OURS = Set.of("type", "id", "geometry", "properties");

    private static final Set<String> PLACE = Set.of("type", "coordinates");

    private final long number;
    private final long line;
    private final Naming naming;
    private final Violations violations = new Violations();
    private final Map<String, JsonNode> members = new LinkedHashMap<>();

    /** Where it lies, by the names of the fields; among the members where those have such names. */
    private final Map<String, JsonNode> place;

    /** Those of its own members that were read. */
    private final Set<String> told = new HashSet<>();

    private @Nullable String type;
    private @Nullable JsonNode id;
    private boolean isPlaced;

    private Feature(long number, long line, Naming naming) {
        this.number = number;
        this.line = line;
        this.naming = naming;
        place = naming.isByFields() ? members : new LinkedHashMap<>();
    }

    /** Reads the value at whose beginning the parser stands, to its end: the city that it tells. */
    static DraftRow read(JsonParser parser, long number, Naming naming) throws IOException {
        Feature feature = new Feature(number, parser.currentTokenLocation().getLineNr(), naming);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            feature.read(parser);
        } else {
            parser.skipChildren();
        }
        return feature.row();
    }

    private void read(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (OURS.contains(name) && !told.add(name)) {
                violations.add(name, Fault.REPEATED);
            }
            switch (name) {
                case "type" -> type = JsonBody.value(parser).textValue();
                case "id" -> id = JsonBody.value(parser);
                case "geometry" -> readGeometry(parser);
                case "properties" -> readProperties(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void readProperties(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        JsonBody body = new JsonBody(members, violations);
        body.readMembers(parser);
    }

    /** Null where it is not known where the city lies. */
    private void readGeometry(JsonParser parser) throws IOException {
        isPlaced = true;
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            place(NullNode.getInstance(), NullNode.getInstance());
            return;
        }
        Set<String> known = new HashSet<>();
        String kind = null;
        BigDecimal[] point = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (PLACE.contains(name) && !known.add(name)) {
                    violations.add("geometry", Fault.REPEATED);
                }
                if (name.equals("type")) {
                    kind = JsonBody.value(parser).textValue();
                } else if (name.equals("coordinates") && parser.currentToken() == JsonToken.START_ARRAY) {
                    point = readPoint(parser);
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
        if (!"Point".equals(kind) || point == null) {
            violations.add("geometry", Fault.NO_POINT);
        } else {
            place(DecimalNode.valueOf(point[1]), DecimalNode.valueOf(point[0]));
        }
    }

    /** Longitude and latitude, and perhaps a height; null when it is something else. */
    private static BigDecimal @Nullable [] readPoint(JsonParser parser) throws IOException {
        BigDecimal[] point = new BigDecimal[2];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode number = JsonBody.value(parser);
            if (count < 2 && number.isNumber()) {
                point[count] = number.decimalValue();
                count++;
            } else if (count < 2) {
                count = Integer.MAX_VALUE / 2;
            }
        }
        return count == 2 ? point : null;
    }

    private void place(JsonNode latitude, JsonNode longitude) {
        place.put("latitude", latitude);
        place.put("longitude", longitude);
    }

    private DraftRow row() {
        if (!"Feature".equals(type)) {
            return JsonRow.broken(number, line, Fault.NO_FEATURE, Map.of());
        }
        if (!isPlaced) {
            violations.add("geometry", Fault.REQUIRED);
        }
        JsonNode named = id;
        if (named != null && !members.containsKey(Fields.ID)) {
            members.put(Fields.ID, named);
        }
        JsonRow row = naming.members(new JsonBody(members, violations));
        if (!naming.isByFields()) {
            row = row.with(place);
        }
        return row.draft(number, line, violations);
    }
}
