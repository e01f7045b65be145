package org.cityapi.persistence;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.cityapi.domain.imports.RowFault;

/** Lists in columns, as JSON. */
@Singleton
final class JsonLists {

    private static final Argument<List<String>> TEXTS = Argument.listOf(String.class);
    private static final Argument<List<Long>> NUMBERS = Argument.listOf(Long.class);
    private static final Argument<List<StoredFault>> FAULTS = Argument.listOf(StoredFault.class);

    private final ObjectMapper json;

    JsonLists(ObjectMapper json) {
        this.json = json;
    }

    /** @param list of texts or numbers */
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

    List<String> texts(String text) {
        return read(text, TEXTS);
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
