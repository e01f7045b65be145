package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import org.cityapi.domain.rejection.Fault;

/** The features of a FeatureCollection (RFC 7946), each a city where it is a point. */
final class GeoJsonRows extends ParsedRows {

    GeoJsonRows(Reader text, Naming naming) {
        super(text, naming);
        reading(this::findFeatures);
        begin();
    }

    /** Stands at the beginning of the array afterwards. */
    private void findFeatures() throws IOException {
        if (parser().nextToken() != JsonToken.START_OBJECT) {
            throw broken(Fault.NO_FEATURES);
        }
        while (parser().nextToken() == JsonToken.FIELD_NAME) {
            String name = parser().currentName();
            JsonToken value = parser().nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                return;
            }
            if (name.equals("type") && !"FeatureCollection".equals(parser().getText())) {
                throw broken(Fault.NO_FEATURES);
            }
            parser().skipChildren();
        }
        throw broken(Fault.NO_FEATURES);
    }

    @Override
    void readNext() throws IOException {
        JsonToken token = parser().nextToken();
        if (token == JsonToken.END_ARRAY) {
            readToTheEnd();
        } else if (token == null) {
            throw malformed();
        } else {
            give(Feature.read(parser(), beginRow(), naming()));
        }
    }

    /** What stands behind the features must be whole, too: a file may break off there. */
    private void readToTheEnd() throws IOException {
        while (parser().nextToken() == JsonToken.FIELD_NAME) {
            beginOther();
            parser().nextToken();
            parser().skipChildren();
        }
        if (parser().currentToken() != JsonToken.END_OBJECT || parser().nextToken() != null) {
            throw malformed();
        }
    }
}
