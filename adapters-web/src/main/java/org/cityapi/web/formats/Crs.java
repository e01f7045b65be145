package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cityapi.web.http.JsonBody;

/**
 * The coordinate reference system of a file of GeoJSON. RFC 7946 knows WGS 84 alone; before it, files could name another
 * (GeoJSON 2008, section 3), in which their numbers may be metres.
 */
final class Crs {

    /** What is shown of a name. */
    private static final int LONGEST = 100;

    /** As a name, a URN or a URL; with a height or without. */
    private static final Pattern WGS_84 = Pattern.compile(
            "(?:(?:urn:(?:x-)?ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?(?:OGC[:/](?:[0-9.]*[:/])?(?:CRS)?|CRS:?)84h?"
                    + "|https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#4326|https?://spatialreference\\.org/ref/epsg/4326/?"
                    + "|(?:(?:urn:(?:x-)?ogc:def:crs:|https?://www\\.opengis\\.net/def/crs/)?EPSG[:/][0-9.]*[:/]|EPSG:)?(?:4326|4979)"
                    + "|WGS ?84(?: \\(CRS84\\))?)",
            Pattern.CASE_INSENSITIVE);

    /** Members that tell which it is, the one that tells most first; it may be linked, too, or its number told. */
    private static final List<String> NAMES = List.of("name", "href", "code", "type");

    private Crs() {}

    /** Reads the value at whose beginning a parser stands, to its end: what it names, unless that is WGS 84. */
    static Optional<String> other(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        String name = name(parser);
        return WGS_84.matcher(name.strip()).matches() ? Optional.empty() : Optional.of(shortened(name));
    }

    private static String name(JsonParser parser) throws IOException {
        List<Map.Entry<String, String>> told = new ArrayList<>();
        read(parser, "name", told);
        return told.stream()
                .min(Comparator.comparingInt(each -> NAMES.indexOf(each.getKey())))
                .map(Map.Entry::getValue)
                .orElse("?");
    }

    /** Notes the values of the members that tell, which stand in the object itself or among its properties. */
    private static void read(JsonParser parser, String member, List<Map.Entry<String, String>> told)
            throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                read(parser, name, told);
            }
            return;
        }
        JsonNode value = JsonBody.value(parser);
        if (NAMES.contains(member) && value.isValueNode() && !value.isNull()) {
            told.add(Map.entry(member, value.asText()));
        }
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) > LONGEST
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "\u2026"
                : name;
    }
}
