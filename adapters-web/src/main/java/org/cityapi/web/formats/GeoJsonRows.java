package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.DraftRow;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.web.http.JsonBody;
import org.jspecify.annotations.Nullable;

/** The features of a FeatureCollection (RFC 7946), each a city where it is a point. */
final class GeoJsonRows extends ReadAhead {

    /** Characters that a feature may have. */
    private static final int LONGEST = 1 << 20;

    private final BoundedText bounded;
    private final JsonParser parser;
    private final boolean ignoreUnknown;
    private long count;
    private @Nullable DraftRow next;

    GeoJsonRows(Reader text, boolean ignoreUnknown) {
        this.ignoreUnknown = ignoreUnknown;
        bounded = new BoundedText(text, LONGEST);
        bounded.begin(1);
        try {
            parser = JsonBody.parser(bounded);
            reading(this::findFeatures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin();
    }

    /** Work on the parser. */
    private interface Reading {

        void run() throws IOException;
    }

    private void reading(Reading reading) {
        try {
            reading.run();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw malformed(at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BrokenFile malformed(JsonLocation at) {
        return new BrokenFile(RowFault.of(
                at.getLineNr(), Fault.MALFORMED, Map.of("line", at.getLineNr(), "column", at.getColumnNr())));
    }

    /** Stands at the beginning of the array afterwards. */
    private void findFeatures() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw noFeatures();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                return;
            }
            if (name.equals("type") && !"FeatureCollection".equals(parser.getText())) {
                throw noFeatures();
            }
            parser.skipChildren();
        }
        throw noFeatures();
    }

    private BrokenFile noFeatures() {
        return new BrokenFile(RowFault.of(parser.currentLocation().getLineNr(), Fault.NO_FEATURES, Map.of()));
    }

    @Override
    @Nullable
    DraftRow read() {
        next = null;
        reading(this::readNext);
        return next;
    }

    private void readNext() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            readToTheEnd();
        } else if (token == null) {
            throw malformed(parser.currentLocation());
        } else {
            count++;
            bounded.begin(parser.currentTokenLocation().getLineNr());
            next = Feature.read(parser, count).row(ignoreUnknown);
        }
    }

    /** What stands behind the features must be whole, too: a file may break off there. */
    private void readToTheEnd() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            bounded.begin(parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            parser.skipChildren();
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw malformed(parser.currentLocation());
        }
    }
}
