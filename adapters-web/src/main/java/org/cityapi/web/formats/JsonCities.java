package org.cityapi.web.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.cityapi.domain.search.Hit;

/** Cities as JSON objects, with something around and between them. */
public final class JsonCities implements CitiesText {

    /** About as many bytes as a city takes. */
    private static final int USUAL = 500;

    private final JsonMapper json;
    private final Function<Hit, ?> told;
    private final byte[] beginning;
    private final byte[] between;
    private final byte[] behind;
    private final byte[] end;
    private boolean begun;

    private JsonCities(
            JsonMapper json, Function<Hit, ?> told, String beginning, String between, String behind, String end) {
        this.json = json;
        this.told = told;
        this.beginning = beginning.getBytes(UTF_8);
        this.between = between.getBytes(UTF_8);
        this.behind = behind.getBytes(UTF_8);
        this.end = end.getBytes(UTF_8);
    }

    /**
     * One a line.
     *
     * @param told what is written of a city, as the mapper writes it
     */
    public static JsonCities lines(JsonMapper json, Function<Hit, ?> told) {
        return new JsonCities(json, told, "", "", "\n", "");
    }

    /** One array; the parameters as {@link #lines}. */
    public static JsonCities array(JsonMapper json, Function<Hit, ?> told) {
        return new JsonCities(json, told, "[", ",", "", "]");
    }

    /**
     * A feature collection (RFC 7946).
     *
     * @param feature the feature that a city is
     * @param members further members, each with a comma behind; or nothing
     */
    public static JsonCities features(JsonMapper json, Function<Hit, ?> feature, String members) {
        String beginning = "{\"type\":\"FeatureCollection\"," + members + "\"features\":[";
        return new JsonCities(json, feature, beginning, ",", "", "]}");
    }

    @Override
    public byte[] beginning() {
        return beginning;
    }

    @Override
    public byte[] cities(List<Hit> stretch) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(USUAL * stretch.size());
        for (Hit hit : stretch) {
            if (begun) {
                text.writeBytes(between);
            }
            begun = true;
            text.writeBytes(utf8(told.apply(hit)));
            text.writeBytes(behind);
        }
        return text.toByteArray();
    }

    @Override
    public byte[] end() {
        return end;
    }

    private byte[] utf8(Object object) {
        try {
            return json.writeValueAsBytes(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
