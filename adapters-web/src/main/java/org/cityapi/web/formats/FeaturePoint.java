package org.cityapi.web.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.web.http.JsonBody;
import org.jspecify.annotations.Nullable;

/**
 * The geometry of a feature of GeoJSON (RFC 7946, section 3.1.2).
 *
 * @param isNull whether it says that it is not known where the city lies
 * @param place by the names of the fields; nothing where it is no point
 */
record FeaturePoint(boolean isNull, Map<String, JsonNode> place) {

    private static final Set<String> OURS = Set.of("type", "coordinates", "crs");

    /** Is told what is wrong with it. */
    interface Refusal {

        void of(Fault fault, Map<String, Object> details);
    }

    /** Reads the value at whose beginning the parser stands, to its end. */
    static FeaturePoint read(JsonParser parser, Refusal refusal) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return new FeaturePoint(true, place(NullNode.getInstance(), NullNode.getInstance()));
        }
        Set<String> known = new HashSet<>();
        String kind = null;
        BigDecimal[] point = null;
        Optional<String> crs = Optional.empty();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (OURS.contains(name) && !known.add(name)) {
                    refusal.of(Fault.REPEATED, Map.of());
                }
                if (name.equals("type")) {
                    kind = JsonBody.value(parser).textValue();
                } else if (name.equals("coordinates") && parser.currentToken() == JsonToken.START_ARRAY) {
                    point = coordinates(parser);
                } else if (name.equals("crs")) {
                    crs = Crs.other(parser);
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            parser.skipChildren();
        }
        if (!"Point".equals(kind) || point == null) {
            refusal.of(Fault.NO_POINT, Map.of());
            return new FeaturePoint(false, Map.of());
        }
        crs.ifPresent(name -> refusal.of(Fault.OTHER_CRS, Map.of("value", name)));
        return new FeaturePoint(false, place(DecimalNode.valueOf(point[1]), DecimalNode.valueOf(point[0])));
    }

    private static Map<String, JsonNode> place(JsonNode latitude, JsonNode longitude) {
        return Map.of("latitude", latitude, "longitude", longitude);
    }

    /** Longitude and latitude, and perhaps a height; null when it is something else. */
    private static BigDecimal @Nullable [] coordinates(JsonParser parser) throws IOException {
        BigDecimal[] point = new BigDecimal[2];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode number = JsonBody.value(parser);
            if (count < 2 && number.isNumber()) {
                point[count] = number.decimalValue();
                count++;
            } else if (count < 2) {
                count = Integer.MAX_VALUE / 2;
            }
        }
        return count == 2 ? point : null;
    }
}
