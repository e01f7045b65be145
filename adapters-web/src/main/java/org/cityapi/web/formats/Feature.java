package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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

    private static final Set<String> OURS = Set.of("type", "id", "geometry", "properties", "crs");

    private static final Set<String> PLACE = Set.of("latitude", "longitude");

    private final long number;
    private final long line;
    private final Naming naming;
    private final Supplier<String> text;
    private final Violations violations = new Violations();
    private final Map<String, JsonNode> members = new LinkedHashMap<>();

    /** Those of its own members that were read. */
    private final Set<String> told = new HashSet<>();

    /** Those of which no cell tells all. */
    private final Set<String> unread = new HashSet<>();

    private @Nullable String type;
    private @Nullable JsonNode id;
    private @Nullable FeaturePoint geometry;

    private Feature(long number, long line, Naming naming, Supplier<String> text) {
        this.number = number;
        this.line = line;
        this.naming = naming;
        this.text = text;
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
                refuse(name, Fault.REPEATED, Map.of());
            }
            switch (name) {
                case "type" -> type = JsonBody.value(parser).textValue();
                case "id" -> id = JsonBody.value(parser);
                case "geometry" -> geometry = FeaturePoint.read(parser, (fault, more) -> refuse(name, fault, more));
                case "crs" ->
                    Crs.other(parser).ifPresent(other -> refuse(name, Fault.OTHER_CRS, Map.of("value", other)));
                case "properties" -> readProperties(parser);
                default -> parser.skipChildren();
            }
        }
    }

    /** What is wrong with one of its own members, which no cell tells. */
    private void refuse(String member, Fault fault, Map<String, Object> details) {
        violations.add(member, fault, details);
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

    private DraftRow row() {
        if (!"Feature".equals(type)) {
            return JsonRow.broken(number, line, Fault.NO_FEATURE, Map.of(), text.get());
        }
        Map<String, JsonNode> place = place();
        JsonNode named = id;
        boolean isById = named != null && !members.containsKey(Fields.ID);
        if (named != null && isById) {
            members.put(Fields.ID, named);
        }
        JsonRow row = naming.members(new JsonBody(members, violations)).with(place);
        JsonRow whole = unread.isEmpty() && Unread.isTold(row, violations) ? row : row.with(unread(row, isById));
        return whole.draft(number, line, violations);
    }

    /** Where it lies: as its geometry says; where that says nothing, as its properties do, if they can. */
    private Map<String, JsonNode> place() {
        List<String> properties = naming.isByFields()
                ? members.keySet().stream()
                        .filter(name -> Fields.of(name).filter(PLACE::contains).isPresent())
                        .toList()
                : List.of();
        FeaturePoint told = geometry;
        if (told == null || told.isNull()) {
            if (told == null && properties.isEmpty()) {
                violations.add("geometry", Fault.REQUIRED);
            }
            return told == null || !properties.isEmpty() ? Map.of() : told.place();
        }
        for (String name : properties) {
            JsonNode second = members.remove(name);
            if (second != null && !second.isNull()) {
                violations.add(name, Fault.REPEATED);
            }
        }
        return told.place();
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
        return own.isEmpty() && violations.has("geometry") ? text.get() : Unread.object(own);
    }
}
