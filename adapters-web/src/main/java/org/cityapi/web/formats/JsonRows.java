package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violations;
import org.cityapi.web.http.JsonBody;

/** The objects of a JSON array, or objects that stand one after the other. */
final class JsonRows extends ParsedRows {

    private boolean isArray;
    private boolean isBegun;

    JsonRows(Reader text, Naming naming) {
        super(text, naming);
        reading(() -> isArray = parser().nextToken() == JsonToken.START_ARRAY);
        begin();
    }

    @Override
    void readNext() throws IOException {
        // Of what stands without an array the parser has come to the first already.
        JsonToken token = isArray || isBegun ? parser().nextToken() : parser().currentToken();
        isBegun = true;
        if (isArray && token == JsonToken.END_ARRAY) {
            if (parser().nextToken() != null) {
                throw malformed();
            }
        } else if (token == null && isArray) {
            throw malformed();
        } else if (token != null) {
            readRow(token);
        }
    }

    private void readRow(JsonToken token) throws IOException {
        long number = beginRow();
        long line = parser().currentTokenLocation().getLineNr();
        if (token != JsonToken.START_OBJECT) {
            JsonBody.value(parser());
            give(JsonRow.broken(number, line, Fault.TYPE, Map.of("expected", "object"), rowText()));
            return;
        }
        JsonBody body = new JsonBody(new LinkedHashMap<>(), new Violations());
        body.readMembers(parser());
        JsonRow row = Unread.noted(naming().members(body), body.violations(), this::rowText);
        give(row.draft(number, line, body.violations()));
    }
}
