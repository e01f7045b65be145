package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
    private final Supplier<String> text;
    private final Violations violations = new Violations();
    private final Map<String, JsonNode> members = new LinkedHashMap<>();

    /** Where it lies, by the names of the fields; among the members where those have such names. */
    private final Map<String, JsonNode> place;

    /** Those of its own members that were read. */
    private final Set<String> told = new HashSet<>();

    /** Those of which no cell tells all. */
    private final Set<String> unread = new HashSet<>();

    private @Nullable String type;
    private @Nullable JsonNode id;
    private boolean isPlaced;

    private Feature(long number, long line, Naming naming, Supplier<String> text) {
        this.number = number;
        this.line = line;
        this.naming = naming;
        this.text = text;
        place = naming.isByFields() ? members : new LinkedHashMap<>();
    }

    /**
     * Reads the value at whose beginning the parser stands, to its end: the city that it tells.
     *
     * @param text the value as it is written, when it has been read
     */
    static DraftRow read(JsonParser parser, long number, Naming naming, Supplier<String> text) throws IOException {
        Feature feature = new Feature(number, parser.currentTokenLocation().getLineNr(), naming, text);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            feature.read(parser);
        } else {
            JsonBody.value(parser);
        }
        return feature.row();
    }

    private void read(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (OURS.contains(name) && !told.add(name)) {
                refuse(name, Fault.REPEATED);
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

    /** What is wrong with one of its own members, which no cell tells. */
    private void refuse(String member, Fault fault) {
        violations.add(member, fault);
        unread.add(member);
    }

    private void readProperties(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            if (!JsonBody.value(parser).isNull()) {
                unread.add("properties");
            }
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
                    refuse("geometry", Fault.REPEATED);
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
            refuse("geometry", Fault.NO_POINT);
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
            return JsonRow.broken(number, line, Fault.NO_FEATURE, Map.of(), text.get());
        }
        if (!isPlaced) {
            violations.add("geometry", Fault.REQUIRED);
        }
        JsonNode named = id;
        boolean isById = named != null && !members.containsKey(Fields.ID);
        if (named != null && isById) {
            members.put(Fields.ID, named);
        }
        JsonRow row = naming.members(new JsonBody(members, violations));
        if (!naming.isByFields()) {
            row = row.with(place);
        }
        JsonRow whole = unread.isEmpty() && Unread.isTold(row, violations) ? row : row.with(unread(row, isById));
        return whole.draft(number, line, violations);
    }

    /** What no cell tells, its own members and properties in one object; of a feature that lacks a member, all. */
    private String unread(JsonRow row, boolean isById) {
        List<Unread.Member> own = new ArrayList<>();
        List<Unread.Member> others = new ArrayList<>();
        for (Unread.Member member : Unread.members(text.get())) {
            if (unread.contains(member.name())) {
                own.add(member);
            } else if (member.name().equals("properties")) {
                others.addAll(Unread.members(member.value()));
            } else if (member.name().equals("id") && isById) {
                others.add(member);
            }
        }
        own.addAll(Unread.unread(others, row, violations));
        return own.isEmpty() && !isPlaced ? text.get() : Unread.object(own);
    }
}
