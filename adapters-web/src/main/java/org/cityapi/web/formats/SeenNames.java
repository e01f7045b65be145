package org.cityapi.web.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.web.http.JsonBody;
import org.jspecify.annotations.Nullable;

/** Columns and members that are looked at, with their first values, and mean nothing yet. */
final class SeenNames implements Naming {

    /** What a guess is made by. */
    private static final int VALUES = 20;

    private static final int MOST_MEMBERS = 1_000;
    private static final int LONGEST_NAME = 1_000;

    /** About what a page shows of a value. */
    private static final int LONGEST_VALUE = 80;

    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final List<List<String>> cells = new ArrayList<>();
    private List<String> guessedBy = List.of();
    private boolean isHeaded = true;

    @Override
    public CsvHeader header(long line, List<String> names) {
        isHeaded = !FirstRow.isOne(names) && names.stream().allMatch(name -> name.length() <= LONGEST_NAME);
        for (String name : names) {
            columns.add(isHeaded ? name : shortened(SpreadsheetText.unescape(name)));
            cells.add(new ArrayList<>());
        }
        guessedBy = isHeaded ? columns : FirstRow.guessedBy(names);
        return CsvHeader.seen(names);
    }

    /** Notes the cells of a row. */
    void note(List<String> texts) {
        for (int place = 0; place < Math.min(texts.size(), cells.size()); place++) {
            note(cells.get(place), SpreadsheetText.unescape(texts.get(place)));
        }
    }

    @Override
    public JsonRow members(JsonBody read) {
        read.members().forEach((name, value) -> {
            List<String> values = members.get(name);
            if (values == null) {
                values = new ArrayList<>();
                members.put(notTooLong(name), values);
            }
            note(values, text(value));
        });
        if (members.size() > MOST_MEMBERS) {
            throw new BrokenFile(RowFault.of(0, Fault.TOO_MANY, Map.of("max", MOST_MEMBERS)));
        }
        return new JsonRow(Map.of(), Map.of());
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.asText()));
            return JoinedNames.join(texts);
        }
        if (value.isObject()) {
            return "{…}";
        }
        return value.isNull() || value.isMissingNode()
                ? null
                : value.isNumber() ? value.decimalValue().toString() : value.asText();
    }

    private static String notTooLong(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new BrokenFile(RowFault.of(0, Fault.TOO_LONG, Map.of("max", LONGEST_NAME)));
        }
        return name;
    }

    private static void note(List<String> values, @Nullable String text) {
        if (values.size() < VALUES && text != null && !text.isBlank()) {
            values.add(shortened(text));
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) > LONGEST_VALUE
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "\u2026"
                : text;
    }

    /** Whether the first line has the names of the columns. */
    boolean isHeaded() {
        return isHeaded;
    }

    /** What the columns mean, as far as it can be guessed. */
    List<String> guessed(boolean isPlaced) {
        if (isHeaded) {
            return ColumnGuess.of(names(), values(), isPlaced);
        }
        List<List<String>> all = new ArrayList<>();
        for (int place = 0; place < columns.size(); place++) {
            List<String> values = new ArrayList<>();
            note(values, columns.get(place));
            cells.get(place).forEach(text -> note(values, text));
            all.add(values);
        }
        return ColumnGuess.of(guessedBy, all, isPlaced);
    }

    /** Their names, in the order of the file. */
    List<String> names() {
        return members.isEmpty() ? columns : List.copyOf(members.keySet());
    }

    /** The first values of each. */
    List<List<String>> values() {
        return members.isEmpty() ? cells : List.copyOf(members.values());
    }

    @Override
    public boolean isByFields() {
        return false;
    }
}
