package org.cityapi.persistence;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.imports.ColumnMatch;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.RowFault;
import org.jspecify.annotations.Nullable;

/** What columns hold as JSON: lists, and the details of cities. */
@Singleton
final class JsonColumns {

    /** What the first line of a file has. */
    private static final String NAMES = "names";

    private static final String ROW = "row";

    private static final Argument<List<String>> TEXTS = Argument.listOf(String.class);
    private static final Argument<List<List<String>>> LISTS = Argument.listOf(TEXTS);
    private static final Argument<List<Long>> NUMBERS = Argument.listOf(Long.class);
    private static final Argument<List<StoredFault>> FAULTS = Argument.listOf(StoredFault.class);

    private final ObjectMapper json;

    JsonColumns(ObjectMapper json) {
        this.json = json;
    }

    /** @param list of texts or numbers, or of such lists */
    String write(List<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String writeFaults(List<RowFault> faults) {
        return write(faults.stream().map(StoredFault::of).toList());
    }

    /** @return null for none */
    @Nullable
    String write(@Nullable CityDetails details) {
        try {
            return details == null ? null : json.writeValueAsString(StoredDetails.of(details));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param text null for none */
    @Nullable
    CityDetails details(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : json.readValue(text, StoredDetails.class).details();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> texts(String text) {
        return read(text, TEXTS);
    }

    /** What the first line is, then names and fields by turns; null for none. */
    @Nullable
    String write(@Nullable ColumnMatch match) {
        return match == null
                ? null
                : write(Stream.concat(
                                Stream.of(firstLine(match.isHeaded())),
                                match.columns().stream().flatMap(column -> Stream.of(column.name(), column.field())))
                        .toList());
    }

    private static boolean isHeaded(String firstLine) {
        if (!firstLine.equals(NAMES) && !firstLine.equals(ROW)) {
            throw new IllegalStateException("Not what the first line of a file has: " + firstLine);
        }
        return firstLine.equals(NAMES);
    }

    private static String firstLine(boolean isHeaded) {
        return isHeaded ? NAMES : ROW;
    }

    /** @param text null for none */
    @Nullable
    ColumnMatch match(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<String> texts = texts(text);
        List<ColumnMatch.Column> columns = new ArrayList<>();
        for (int i = 1; i < texts.size(); i += 2) {
            columns.add(new ColumnMatch.Column(texts.get(i), texts.get(i + 1)));
        }
        return new ColumnMatch(columns, isHeaded(texts.get(0)));
    }

    /** What the first line is, then of each column its name, its field and its values. */
    String write(FileOutline outline) {
        Stream<List<String>> columns = outline.columns().stream()
                .map(column -> Stream.concat(Stream.of(column.name(), column.field()), column.values().stream())
                        .toList());
        return write(Stream.concat(Stream.of(List.of(firstLine(outline.isHeaded()))), columns)
                .toList());
    }

    FileOutline outline(ImportFormat format, long rows, String text) {
        List<List<String>> lists = read(text, LISTS);
        List<FileOutline.Column> columns = lists.stream()
                .skip(1)
                .map(texts -> new FileOutline.Column(texts.get(0), texts.get(1), texts.subList(2, texts.size())))
                .toList();
        return new FileOutline(format, rows, columns, isHeaded(lists.get(0).get(0)));
    }

    List<Long> numbers(String text) {
        return read(text, NUMBERS);
    }

    List<RowFault> faults(String text) {
        return read(text, FAULTS).stream().map(StoredFault::rowFault).toList();
    }

    private <T> List<T> read(String text, Argument<List<T>> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
