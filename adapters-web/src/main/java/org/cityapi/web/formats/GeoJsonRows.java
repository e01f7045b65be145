package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;

/** The features of a FeatureCollection (RFC 7946), each a city where it is a point. */
final class GeoJsonRows extends ParsedRows {

    private static final String TYPE = "type";
    private static final String FEATURES = "features";
    private static final String CRS = "crs";

    private final Set<String> members = new HashSet<>();

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
            if (isFeatures()) {
                return;
            }
            parser().skipChildren();
        }
        throw broken(Fault.NO_FEATURES);
    }

    /** Goes on to the value of a member, which may be foreign to GeoJSON: whether it is the array of the features. */
    private boolean isFeatures() throws IOException {
        String name = parser().currentName();
        JsonToken value = parser().nextToken();
        boolean isOurs = name.equals(TYPE) || name.equals(FEATURES);
        if (isOurs && !members.add(name)) {
            long line = parser().currentTokenLocation().getLineNr();
            throw new BrokenFile(List.of(new RowFault(0, line, name, null, Fault.REPEATED, Map.of())));
        }
        if (name.equals(CRS)) {
            refuseOther();
        }
        if (name.equals(TYPE) && !"FeatureCollection".equals(parser().getText())) {
            throw broken(Fault.NO_FEATURES);
        }
        return name.equals(FEATURES) && value == JsonToken.START_ARRAY;
    }

    /** In another system the numbers may be degrees of something else, or metres. */
    private void refuseOther() throws IOException {
        long line = parser().currentTokenLocation().getLineNr();
        Optional<String> other = Crs.other(parser());
        if (other.isPresent()) {
            throw new BrokenFile(RowFault.of(line, Fault.OTHER_CRS, Map.of("value", other.get())));
        }
    }

    @Override
    void readNext() throws IOException {
        JsonToken token = parser().nextToken();
        if (token == JsonToken.END_ARRAY) {
            readToTheEnd();
        } else if (token == null) {
            throw malformed();
        } else {
            give(Feature.read(parser(), beginRow(), naming(), this::rowText));
        }
    }

    /** What stands behind the features must be whole, too: a file may break off there. */
    private void readToTheEnd() throws IOException {
        while (parser().nextToken() == JsonToken.FIELD_NAME) {
            beginOther();
            isFeatures();
            parser().skipChildren();
        }
        if (parser().currentToken() != JsonToken.END_OBJECT || parser().nextToken() != null) {
            throw malformed();
        }
    }
}
