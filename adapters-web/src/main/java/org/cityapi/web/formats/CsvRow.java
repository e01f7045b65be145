package org.cityapi.web.formats;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.jspecify.annotations.Nullable;

/** A row of a CSV file. */
record CsvRow(CsvHeader header, List<String> texts) implements DraftRow.Source {

    /** About what a cell takes besides its text. */
    private static final int CELL = 10;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?");

    @Override
    public List<String> cells() {
        return header.cells(texts);
    }

    @Override
    public String column(String field) {
        return header.column(field);
    }

    @Override
    public @Nullable String value(String field) {
        return header.text(texts, field);
    }

    @Override
    public int size() {
        int size = 0;
        for (String cell : texts) {
            size += CELL + cell.length();
        }
        return size;
    }

    /** Whether there is nothing in it, as in rows below a table in a spreadsheet. */
    boolean isEmpty() {
        return texts.stream().allMatch(String::isEmpty);
    }

    DraftRow draft(long number, long line, Set<String> given) {
        Violations violations = new Violations();
        if (!hasItsCells()) {
            violations.add(
                    "",
                    Fault.CELLS,
                    Map.of("cells", texts.size(), "columns", header.names().size()));
            return new DraftRow(number, line, CityDraft.EMPTY, given, null, this, violations.found());
        }
        CityDraft draft = new CityDraft(
                text("name"),
                countryCode(),
                number("population", "integer", violations),
                number("latitude", "number", violations),
                number("longitude", "number", violations),
                text("adminCode"),
                text("timezone"),
                number("geonameId", "integer", violations),
                otherNames());
        BigDecimal id = Fields.id(number(Fields.ID, "integer", violations), violations);
        return new DraftRow(number, line, draft, given, id, this, violations.found());
    }

    /** Further cells that are empty come from a spreadsheet. */
    private boolean hasItsCells() {
        int columns = header.names().size();
        return texts.size() >= columns
                && texts.subList(columns, texts.size()).stream().allMatch(String::isEmpty);
    }

    private @Nullable String text(String field) {
        String text = value(field);
        return text == null ? null : SpreadsheetText.unescape(text);
    }

    /** Names and codes of three letters are taken, too. */
    private @Nullable String countryCode() {
        String text = text("countryCode");
        return text == null
                ? null
                : Countries.catalogue()
                        .named(text)
                        .map(country -> country.code().value())
                        .orElse(text);
    }

    private List<String> otherNames() {
        String text = text("otherNames");
        return text == null
                ? List.of()
                : JoinedNames.split(text).stream()
                        .filter(name -> !name.isBlank())
                        .toList();
    }

    private @Nullable BigDecimal number(String field, String expected, Violations violations) {
        String text = value(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        String number = text.strip();
        if (NUMBER.matcher(number).matches()) {
            return new BigDecimal(number);
        }
        violations.add(field, Fault.TYPE, Map.of("expected", expected));
        return null;
    }
}
