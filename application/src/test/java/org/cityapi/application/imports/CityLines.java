package org.cityapi.application.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.cityapi.domain.city.CityDraft;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.CityFiles;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.FileOutline;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.ImportOrder;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;

/**
 * Files with a city a line. At "wait" their reader waits, "bad" is in no country, a file with "broken" cannot be read, and
 * one with "fault" meets a fault of the program.
 */
final class CityLines implements CityFiles {

    static final List<String> FIELDS = List.of("name", "countryCode", "population");

    /** Is open when a reader waits. */
    final CountDownLatch reached = new CountDownLatch(1);

    /** Is opened to let him go on. */
    final CountDownLatch goOn = new CountDownLatch(1);

    private volatile boolean looked;

    @Override
    public FileOutline look(InputStream content, long maxBytes) {
        looked = true;
        List<String> lines = lines(content);
        if (lines.contains("broken")) {
            throw new BrokenFile(RowFault.of(1, Fault.QUOTE, Map.of()));
        }
        return new FileOutline(
                ImportFormat.CSV,
                lines.size(),
                IntStream.range(0, FIELDS.size())
                        .mapToObj(i -> new FileOutline.Column("c" + i, "", List.of()))
                        .toList(),
                true);
    }

    @Override
    public DraftRows open(InputStream content, ImportOrder order, long maxBytes) {
        if (looked) {
            assertThat(order.match()).as("what was looked at is matched").isNotNull();
            assertThat(order.match().fields()).containsEntry("c0", "name");
        }
        List<String> lines = lines(content);
        if (lines.contains("fault")) {
            throw new IllegalStateException("A fault of the program");
        }
        return new Rows(lines.iterator());
    }

    private static List<String> lines(InputStream content) {
        try {
            return new String(content.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Rows implements DraftRows {
        private final Iterator<String> lines;
        private long number;

        Rows(Iterator<String> lines) {
            this.lines = lines;
        }

        @Override
        public List<String> columns() {
            return FIELDS;
        }

        @Override
        public boolean hasNext() {
            return lines.hasNext();
        }

        @Override
        public DraftRow next() {
            String name = lines.next();
            if (name.equals("wait")) {
                reached.countDown();
                ImportsOnMemory.await(goOn);
            }
            number++;
            String country = name.equals("bad") ? "ZZ" : "FR";
            CityDraft draft = new CityDraft(name, country, BigDecimal.ONE, null, null, null, null, null, List.of());
            return new DraftRow(number, number, draft, CityDraft.FIELDS, null, new Source(), List.of());
        }
    }

    private record Source() implements DraftRow.Source {
        @Override
        public List<String> cells() {
            return List.of();
        }

        @Override
        public String column(String field) {
            return field;
        }

        @Override
        public String value(String field) {
            return null;
        }

        @Override
        public int size() {
            return 10;
        }
    }
}
