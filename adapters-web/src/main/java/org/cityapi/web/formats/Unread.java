package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;
import org.jspecify.annotations.Nullable;

/**
 * What of a row of JSON its cells cannot tell: it stands in a column of its own ({@link Fields#UNREAD}) among the refused
 * rows. Without that, such a row would be taken when it is sent back as it is.
 */
final class Unread {

    /**
     * A member of an object.
     *
     * @param text as it is written
     * @param at where its value begins in the text
     */
    record Member(String name, String text, int at) {

        String value() {
            return text.substring(at);
        }
    }

    private static final Set<String> DEGREES = Set.of("latitude", "longitude");

    private Unread() {}

    /** The row, with what its cells cannot tell; the text is that of its object. */
    static JsonRow noted(JsonRow row, Violations violations, Supplier<String> text) {
        return isTold(row, violations) ? row : row.with(object(unread(members(text.get()), row, violations)));
    }

    /** Whether its cells tell all of a row. */
    static boolean isTold(JsonRow row, Violations violations) {
        return violations.found().isEmpty()
                && row.members().entrySet().stream().allMatch(field -> isCell(field.getKey(), field.getValue()));
    }

    /**
     * Whether a cell can tell a value so that it is judged alike when it comes back. A text in place of a number may be one
     * for readers of CSV, an empty text is none for them, and half of a surrogate pair is no UTF-8.
     */
    static boolean isCell(String field, JsonNode value) {
        if (value.isNull()) {
            return true;
        }
        if (Fields.NUMBERS.containsKey(field)) {
            return (value.isNumber() && (DEGREES.contains(field) || isWhole(value.decimalValue())))
                    || (isText(value) && value.textValue().chars().noneMatch(Character::isDigit));
        }
        if (!field.equals("otherNames")) {
            return isText(value);
        }
        for (JsonNode name : value) {
            if (!isText(name)) {
                return false;
            }
        }
        return value.isArray();
    }

    /** Of others three digits behind a point may be thousands for readers of CSV. */
    private static boolean isWhole(BigDecimal number) {
        return number.scale() != 3
                && (number.signum() == 0 || number.stripTrailingZeros().scale() <= 0);
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank() && isWhole(value.textValue());
    }

    /** Whether no half of a surrogate pair stands in it alone; of every text of a file this is asked. */
    private static boolean isWhole(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return text.codePoints().noneMatch(letter -> Character.getType(letter) == Character.SURROGATE);
            }
        }
        return true;
    }

    /** The members of an object that was read already, one behind the other. */
    static List<Member> members(String object) {
        List<Member> members = new ArrayList<>();
        try (JsonParser parser = JsonBody.parser(new StringReader(object))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.nextToken();
                int at = (int) parser.currentTokenLocation().getCharOffset();
                JsonBody.value(parser);
                int to = (int) parser.currentLocation().getCharOffset();
                members.add(new Member(name, object.substring(from, to), at - from));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return members;
    }

    /** Those that no cell of the row tells, though it was asked for them: of some with one name the last is the one that counts. */
    static List<Member> unread(List<Member> members, JsonRow row, Violations violations) {
        Map<String, String> fields =
                row.names().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        List<Member> unread = new ArrayList<>();
        Set<String> behind = new HashSet<>();
        for (int at = members.size() - 1; at >= 0; at--) {
            Member member = members.get(at);
            if (!behind.add(member.name()) || !isTold(member.name(), fields.get(member.name()), row, violations)) {
                unread.add(member);
            }
        }
        Collections.reverse(unread);
        return unread;
    }

    private static boolean isTold(String name, @Nullable String field, JsonRow row, Violations violations) {
        JsonNode value = field == null ? null : row.members().get(field);
        return (field == null || value == null) ? !violations.has(name) : isCell(field, value);
    }

    /** An object of some members; empty of none. */
    static String object(List<Member> members) {
        return members.isEmpty() ? "" : members.stream().map(Member::text).collect(Collectors.joining(",", "{", "}"));
    }
}
