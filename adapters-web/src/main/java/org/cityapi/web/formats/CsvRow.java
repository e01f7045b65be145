package org.cityapi.web.formats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.country.Countries;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.ImportRow;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.WrittenNumber;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CSV file.
 *
 * @param loose fields whose cells begin with blanks and a quote, which quotes nothing there
 * @param isParted whether that is so of another cell, and its text goes on in the next: then none may stand where it should
 */
record CsvRow(CsvHeader header, List<String> texts, List<String> loose, boolean isParted) implements DraftRow.Source {

    /** About what a cell takes besides its text. */
    private static final int CELL = 10;

    /** As they are written; where somebody has said what they mean, so that every door takes them. */
    @Override
    public List<@Nullable String> cells() {
        List<@Nullable String> cells = new ArrayList<>();
        if (header.isMatched()) {
            header.fields().forEach(field -> cells.add(plainly(field)));
            if (header.leftOut() >= 0) {
                cells.add(header.leftOut(texts));
            }
        } else {
            cells.addAll(texts.subList(0, Math.min(header.names().size(), texts.size())));
        }
        String unread = UnreadCells.of(this);
        if (unread != null && !(header.isMatched() && header.unread() >= 0)) {
            int place = header.unread() < 0 ? header.columns().size() : header.unread();
            cells.addAll(Collections.nCopies(Math.max(0, place + 1 - cells.size()), null));
            cells.set(place, unread);
        }
        return cells;
    }

    /** Whether it needs a column for what stands in no other; also where it is perhaps too long to be kept. */
    boolean hasUnread() {
        return header.unread() < 0
                && (isParted || !hasItsCells() || !loose.isEmpty() || 2 * size() > ImportRow.LONGEST);
    }

    private @Nullable String plainly(String field) {
        if (field.equals(Fields.UNREAD)) {
            return UnreadCells.of(this);
        }
        String text = Objects.requireNonNullElse(value(field), "");
        Function<String, Optional<BigDecimal>> written = Fields.NUMBERS.get(field);
        if (written != null) {
            return written.apply(text).map(BigDecimal::toPlainString).orElse(text);
        }
        return field.equals("otherNames") ? SpreadsheetText.escape(JoinedNames.join(otherNames())) : text;
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
        return texts.stream().allMatch(String::isBlank);
    }

    DraftRow draft(long number, long line, Set<String> given) {
        Violations violations = new Violations();
        loose.forEach(field -> violations.add(field, Fault.LOOSE_QUOTE));
        if (isParted) {
            violations.add("", Fault.LOOSE_QUOTE);
        } else if (!hasItsCells()) {
            violations.add(
                    "",
                    Fault.CELLS,
                    Map.of("cells", texts.size(), "columns", header.names().size()));
        }
        if (isParted || !hasItsCells()) {
            return new DraftRow(number, line, CityDraft.EMPTY, given, null, this, violations.found());
        }
        String code = countryCode();
        Fields.compare(code, text(Fields.COUNTRY), violations);
        String unread = value(Fields.UNREAD);
        if (unread != null && !unread.isBlank()) {
            violations.add(Fields.UNREAD, Fault.UNREAD);
        }
        CityDraft draft = new CityDraft(
                text("name"),
                code,
                inhabitants(violations),
                degrees("latitude", violations),
                degrees("longitude", violations),
                text("adminCode"),
                Fields.timezone(text("timezone")),
                whole("geonameId", violations),
                otherNames());
        BigDecimal id = Fields.id(whole(Fields.ID, violations), violations);
        return new DraftRow(number, line, draft, header.given(texts, given), id, this, violations.found());
    }

    /** Further cells that are empty come from a spreadsheet. */
    boolean hasItsCells() {
        int columns = header.names().size();
        return texts.size() >= header.width()
                && texts.subList(Math.min(columns, texts.size()), texts.size()).stream()
                        .allMatch(String::isEmpty);
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
        if (text == null) {
            return List.of();
        }
        return header.isMatched()
                ? JoinedNames.of(text, header.isByComma())
                : JoinedNames.split(text).stream()
                        .filter(name -> !name.isBlank())
                        .toList();
    }

    private @Nullable BigDecimal inhabitants(Violations violations) {
        return number(
                "population",
                "integer",
                header.isMatched() ? WrittenNumber::whole : WrittenNumber::plainAmount,
                violations);
    }

    private @Nullable BigDecimal whole(String field, Violations violations) {
        return number(
                field, "integer", header.isMatched() ? WrittenNumber::whole : WrittenNumber::plainWhole, violations);
    }

    private @Nullable BigDecimal degrees(String field, Violations violations) {
        return number(
                field, "number", header.isMatched() ? WrittenNumber::degrees : WrittenNumber::plainDegrees, violations);
    }

    private @Nullable BigDecimal number(
            String field, String expected, Function<String, Optional<BigDecimal>> reading, Violations violations) {
        String text = value(field);
        boolean isNone = text == null || text.isBlank() || (header.isMatched() && WrittenNumber.isNone(text));
        if (text == null || isNone || violations.has(field)) {
            return null;
        }
        Optional<BigDecimal> number =
                reading.apply(SpreadsheetText.unescape(text).strip());
        if (number.isEmpty()) {
            violations.add(field, Fault.TYPE, Map.of("expected", expected));
        }
        return number.orElse(null);
    }
}
