package org.cityapi.web.pages.imports;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportDraft;
import org.cityapi.domain.imports.ImportMode;
import org.cityapi.domain.imports.OnError;
import org.cityapi.web.pages.SentForm;

/**
 * What somebody chose at the step of the columns.
 *
 * @param fields of his form, but for its token
 */
record ChosenColumns(Map<String, String> fields) {

    private static final String NAMES = "mode|onError|headed|column\\.[0-9]{1,4}";

    /** More than the longest choice has. */
    private static final int LONGEST = 20;

    static ChosenColumns of(SentForm sent) {
        Map<String, String> fields = new TreeMap<>();
        for (String name : sent.fields().keySet()) {
            String value = sent.text(name);
            if (name.matches(NAMES) && value.length() <= LONGEST) {
                fields.put(name, value);
            }
        }
        return new ChosenColumns(fields);
    }

    /** Of so many columns. */
    FileOutline.Choice choice(int columns) {
        return new FileOutline.Choice(
                IntStream.range(0, columns)
                        .mapToObj(place -> fields.getOrDefault("column." + place, ""))
                        .toList(),
                fields.containsKey("headed"));
    }

    ImportDraft.Wishes wishes() {
        return new ImportDraft.Wishes(
                "upsert".equals(fields.get("mode")) ? ImportMode.UPSERT : ImportMode.INSERT,
                "skip".equals(fields.get("onError")) ? OnError.SKIP : OnError.ABORT);
    }
}
