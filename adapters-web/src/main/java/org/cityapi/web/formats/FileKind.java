package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.cityapi.domain.imports.BrokenFile;
import org.cityapi.domain.imports.ImportFormat;
import org.cityapi.domain.imports.RowFault;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.web.http.JsonBody;

/** Tells by its beginning what a file holds. */
final class FileKind {

    /** As many characters are read ahead at most. */
    static final int AHEAD = 1 << 16;

    /** How files begin that people take for text: those of spreadsheets, new and old, and PDF. */
    private static final List<String> NO_TEXT = List.of("PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "%PDF");

    private static final int MARK = 4;

    private FileKind() {}

    /** @throws BrokenFile when it is a file of a kind that is no text */
    static InputStream text(InputStream unpacked) {
        BufferedInputStream buffered = new BufferedInputStream(unpacked, AHEAD);
        try {
            buffered.mark(MARK);
            String first = new String(buffered.readNBytes(MARK), StandardCharsets.ISO_8859_1);
            buffered.reset();
            if (NO_TEXT.contains(first)) {
                throw new BrokenFile(RowFault.of(0, Fault.NO_TEXT, Map.of()));
            }
            return buffered;
        } catch (ZipException | EOFException e) {
            throw new BrokenFile(RowFault.of(1, Fault.PACKED, Map.of()));
        } catch (TooLarge e) {
            throw new BrokenFile(RowFault.of(0, Fault.TOO_LARGE, Map.of("max", e.max())));
        } catch (IOException e) {
            throw new BrokenFile(RowFault.of(1, Fault.STORE, Map.of()));
        }
    }

    /** The format of a text, which stands at its beginning afterwards. */
    static ImportFormat of(BufferedReader text) throws IOException {
        text.mark(AHEAD);
        char[] ahead = new char[AHEAD - 1];
        int length = read(text, ahead);
        text.reset();
        String beginning = new String(ahead, 0, length).stripLeading();
        if (beginning.startsWith("[")) {
            return ImportFormat.JSON;
        }
        return beginning.startsWith("{") ? ofObject(beginning) : ImportFormat.CSV;
    }

    private static int read(BufferedReader text, char[] target) throws IOException {
        int length = 0;
        for (int read = 0; read >= 0 && length < target.length; length += Math.max(read, 0)) {
            read = text.read(target, length, target.length - length);
        }
        return length;
    }

    /** What is an object alone on its line has others below; others may go over several lines. */
    private static ImportFormat ofObject(String beginning) {
        try (JsonParser parser = JsonBody.parser(new StringReader(beginning))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                boolean isCollection = name.equals("type") && parser.getText().equals("FeatureCollection");
                if (isCollection || (name.equals("features") && value == JsonToken.START_ARRAY)) {
                    return ImportFormat.GEOJSON;
                }
                parser.skipChildren();
            }
            return parser.currentLocation().getLineNr() == 1 ? ImportFormat.NDJSON : ImportFormat.JSON;
        } catch (IOException brokenOff) {
            return isObject(beginning.lines().findFirst().orElse("")) ? ImportFormat.NDJSON : ImportFormat.JSON;
        }
    }

    private static boolean isObject(String line) {
        return line.strip().endsWith("}") || line.length() > AHEAD / 2;
    }
}
