package org.cityapi.web.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;
import org.jspecify.annotations.Nullable;

/**
 * A city in a file of JSON.
 *
 * @param members by the names of their fields
 * @param names how the file calls them
 * @param unread what the cells of those cannot tell; empty where that is nothing
 */
record JsonRow(Map<String, JsonNode> members, Map<String, String> names, String unread) implements DraftRow.Source {

    /** What the columns of refused rows are called: those that a row may be refused for. */
    static final List<String> COLUMNS =
            Stream.concat(Fields.WRITTEN.stream(), Stream.of(Fields.COUNTRY)).toList();

    /** About what a member takes besides its text. */
    private static final int MEMBER = 10;

    private static final int MOST_ZEROS = 30;

    /** A row of which all can be told. */
    JsonRow(Map<String, JsonNode> members, Map<String, String> names) {
        this(members, names, "");
    }

    /** A row that cannot be read; the text is all that is known of it. */
    static DraftRow broken(long number, long line, Fault fault, Map<String, Object> details, String text) {
        return new DraftRow(
                number,
                line,
                CityDraft.EMPTY,
                Set.of(),
                null,
                new JsonRow(Map.of(), Map.of(), text),
                List.of(new Violation("", "", fault, details)));
    }

    /** The same with these fields besides. */
    JsonRow with(Map<String, JsonNode> more) {
        Map<String, JsonNode> all = new LinkedHashMap<>(members);
        all.putAll(more);
        return new JsonRow(all, names, unread);
    }

    /** The same, of which this is what its cells cannot tell. */
    JsonRow with(String rest) {
        return new JsonRow(members, names, rest);
    }

    /** @param violations what was wrong with its members */
    DraftRow draft(long number, long line, Violations violations) {
        JsonBody body = new JsonBody(members, violations);
        String code = countryCode(body);
        Fields.compare(code, body.text(Fields.COUNTRY, null), violations);
        CityDraft draft = new CityDraft(
                body.text("name", null),
                code,
                body.integer("population", null),
                body.number("latitude", null),
                body.number("longitude", null),
                body.text("adminCode", null),
                Fields.timezone(body.text("timezone", null)),
                body.integer("geonameId", null),
                body.texts("otherNames", List.of()));
        BigDecimal id = Fields.id(body.integer(Fields.ID, null), violations);
        Set<String> given = new HashSet<>(members.keySet());
        given.removeAll(Fields.TOLD_BESIDES);
        return new DraftRow(number, line, draft, given, id, this, named(violations));
    }

    /** A member without a name is not the row as a whole. */
    private static List<Violation> named(Violations violations) {
        return violations.found().stream()
                .map(each -> each.field().isEmpty() && each.fault() != Fault.MORE
                        ? new Violation("\"\"", each.pointer(), each.fault(), each.details())
                        : each)
                .toList();
    }

    private @Nullable String countryCode(JsonBody body) {
        String text = body.text("countryCode", null);
        return text == null
                ? null
                : Countries.catalogue()
                        .named(text)
                        .map(country -> country.code().value())
                        .orElse(text);
    }

    @Override
    public List<@Nullable String> cells() {
        List<@Nullable String> cells = new ArrayList<>(COLUMNS.size());
        for (String column : COLUMNS) {
            cells.add(members.containsKey(column) ? Objects.requireNonNullElse(value(column), "") : null);
        }
        if (!unread.isEmpty()) {
            cells.add(unread);
        }
        return cells;
    }

    /** Whether it needs a column for what stands in no other; also where it is perhaps too long to be kept. */
    boolean hasUnread() {
        return !unread.isEmpty() || 2 * size() > ImportRow.LONGEST;
    }

    @Override
    public String column(String field) {
        return names.getOrDefault(field, field).strip();
    }

    @Override
    public @Nullable String value(String field) {
        JsonNode value = members.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isArray()) {
            return value.isMissingNode() ? null : text(value);
        }
        List<String> texts = new ArrayList<>();
        value.forEach(each -> texts.add(each.asText()));
        return JoinedNames.join(texts);
    }

    /** Numbers plainly, unless that were long. */
    private static String text(JsonNode value) {
        boolean isPlain = value.isNumber() && Math.abs(value.decimalValue().scale()) <= MOST_ZEROS;
        return isPlain ? value.decimalValue().toPlainString() : value.asText();
    }

    @Override
    public int size() {
        int size = unread.length();
        for (JsonNode member : members.values()) {
            size += MEMBER + (member.isTextual() ? member.textValue().length() : 0);
            for (JsonNode element : member) {
                size += MEMBER + (element.isTextual() ? element.textValue().length() : 0);
            }
        }
        return size;
    }
}
