package org.cityapi.web.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as one JSON object (RFC 8259), read strictly: UTF-8, no name twice, nothing behind the object.
 *
 * @param members in the order of the body
 * @param violations where faults of the members are noted
 */
public record JsonBody(Map<String, JsonNode> members, Violations violations) {

    /** Stands for an element that is no text, so that the others are judged, too, each at its place; it is never stored. */
    private static final String STAND_IN = "any";

    /**
     * Reads a body.
     *
     * @param parameters what is wrong with the parameters of the request
     * @throws Rejection.Invalid when the body is absent, is not JSON, or is no object
     */
    public static JsonBody read(byte[] body, Violations parameters) {
        Violations violations = Violations.behind(parameters);
        return read(decode(body, violations), violations);
    }

    /**
     * Reads a text that stands for itself.
     *
     * @throws Rejection.Invalid when it is not JSON, or is no object
     */
    public static JsonBody read(String text, Violations violations) {
        try (JsonParser parser = JsonValues.parser(text)) {
            return read(parser, new JsonBody(new LinkedHashMap<>(), violations));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonBody read(JsonParser parser, JsonBody body) throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw body.invalid(Fault.REQUIRED, Map.of());
            }
            if (first != JsonToken.START_OBJECT) {
                throw body.invalid(Fault.TYPE, Map.of("expected", "object"));
            }
            body.readMembers(parser);
            if (parser.nextToken() != null) {
                throw body.malformed(parser.currentTokenLocation());
            }
        } catch (StreamConstraintsException tooDeep) {
            throw body.invalid(Fault.TOO_DEEP, Map.of("max", JsonValues.MAX_DEPTH));
        } catch (JsonProcessingException e) {
            throw body.malformed(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
        }
        return body;
    }

    /** Notes what is neither a property nor a read-only one, which may come back as it was read. */
    public void refuseUnknown(Set<String> known) {
        members.keySet().stream()
                .filter(name -> !known.contains(name) && !violations.has(name))
                .forEach(name -> violations.addOfMember(name, Fault.UNKNOWN));
    }

    /** The text of a member; {@code absent} where there is no such member, null where it is null or faulty. */
    public @Nullable String text(String name, @Nullable String absent) {
        JsonNode value = members.get(name);
        if (value == null) {
            return absent;
        }
        if (!value.isTextual() && !value.isNull()) {
            violations.add(name, Fault.TYPE, Map.of("expected", "string"));
        }
        return value.textValue();
    }

    /** The number of a member; {@code absent} where there is no such member, null where it is null or faulty. */
    public @Nullable BigDecimal number(String name, @Nullable BigDecimal absent) {
        return number(name, "number", absent);
    }

    /** As {@link #number} for one that must be whole, but that it is, is left to be judged. */
    public @Nullable BigDecimal integer(String name, @Nullable BigDecimal absent) {
        return number(name, "integer", absent);
    }

    private @Nullable BigDecimal number(String name, String expected, @Nullable BigDecimal absent) {
        JsonNode value = members.get(name);
        if (value == null) {
            return absent;
        }
        if (value.equals(JsonValues.LONG_NUMBER)) {
            violations.add(name, Fault.TOO_LONG, Map.of("max", JsonValues.MAX_NUMBER));
        } else if (!value.isNumber() && !value.isNull()) {
            violations.add(name, Fault.TYPE, Map.of("expected", expected));
        }
        return value.isNumber() ? value.decimalValue() : null;
    }

    /** The texts of a member; {@code absent} where there is no such member, none where it is null or faulty. */
    public List<String> texts(String name, List<String> absent) {
        JsonNode value = members.get(name);
        if (value == null) {
            return absent;
        }
        if (!value.isArray() && !value.isNull()) {
            violations.add(name, Fault.TYPE, Map.of("expected", "array"));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()) {
                texts.add(value.get(i).textValue());
            } else if (value.isArray()) {
                violations.add(name, "/" + name + "/" + i, Fault.TYPE, Map.of("expected", "string"));
                texts.add(STAND_IN);
            }
        }
        return texts;
    }

    /** What a member says to yes or no; null where there is no such member, or it is null or faulty. */
    public @Nullable Boolean truth(String name) {
        JsonNode value = members.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean() && !value.isNull()) {
            violations.add(name, Fault.TYPE, Map.of("expected", "boolean"));
        }
        return value.isBoolean() ? value.booleanValue() : null;
    }

    /** A parser that reads as strictly as this. */
    public static JsonParser parser(Reader text) throws IOException {
        return JsonValues.parser(text);
    }

    /** The value at whose beginning a parser stands, which stands at its end afterwards; nothing of what lies deep. */
    public static JsonNode value(JsonParser parser) throws IOException {
        return JsonValues.read(parser);
    }

    /** Reads the members of the object at whose beginning a parser stands, to its end. */
    public void readMembers(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = JsonValues.read(parser);
            if (members.put(name, value) != null && !violations.has(name)) {
                violations.addOfMember(name, Fault.REPEATED);
            }
        }
    }

    private static String decode(byte[] body, Violations violations) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            violations.add("", Fault.ENCODING);
            throw violations.asRejection();
        }
    }

    private Rejection malformed(JsonLocation at) {
        return invalid(Fault.MALFORMED, Map.of("line", at.getLineNr(), "column", at.getColumnNr()));
    }

    private Rejection invalid(Fault fault, Map<String, Object> details) {
        violations.add("", fault, details);
        return violations.asRejection();
    }
}
