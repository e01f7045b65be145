package org.cityapi.web.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.cityapi.domain.city.City;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.city.CityName;
import org.cityapi.domain.city.Coordinates;
import org.cityapi.domain.search.Hit;
import org.jspecify.annotations.Nullable;

/** Cities as CSV (RFC 4180): a line each, what is unknown an empty cell. */
public final class CsvCities implements CitiesText {

    private static final String HEADER = String.join(",", Fields.WRITTEN) + ",createdAt,updatedAt,version\r\n";

    /** About as many letters as a city takes. */
    private static final int USUAL = 300;

    private Instant lastTime = Instant.EPOCH;
    private String lastText = lastTime.toString();

    @Override
    public byte[] beginning() {
        return HEADER.getBytes(UTF_8);
    }

    @Override
    public byte[] cities(List<Hit> stretch) {
        // Encoded whole: an encoder takes mixed scripts letter by letter.
        StringWriter text = new StringWriter(USUAL * stretch.size());
        try (CsvWriter lines =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            stretch.forEach(hit -> lines.writeRecord(cells(hit.city())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    private @Nullable String[] cells(City city) {
        CityDetails details = city.details();
        Coordinates at = details.coordinates();
        return new @Nullable String[] {
            Long.toString(city.id().value()),
            SpreadsheetText.escape(details.name().value()),
            details.country().value(),
            Long.toString(details.population().value()),
            at == null ? null : at.latitude().toPlainString(),
            at == null ? null : at.longitude().toPlainString(),
            details.adminCode() == null
                    ? null
                    : SpreadsheetText.escape(details.adminCode().value()),
            details.timezone() == null
                    ? null
                    : SpreadsheetText.escape(details.timezone().value()),
            details.geonameId() == null
                    ? null
                    : Long.toString(details.geonameId().value()),
            SpreadsheetText.escape(JoinedNames.join(
                    details.otherNames().stream().map(CityName::value).toList())),
            text(city.createdAt()),
            text(city.updatedAt()),
            Long.toString(city.version())
        };
    }

    /** Of cities that were loaded together all times are the same. */
    private String text(Instant time) {
        if (!time.equals(lastTime)) {
            lastTime = time;
            lastText = time.toString();
        }
        return lastText;
    }
}
