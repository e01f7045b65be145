package org.cityapi.web.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;

/** Reads values of JSON as deep as a city goes, texts, numbers and arrays of texts; what lies deeper is passed over. */
public final class JsonValues {

    /** How many characters of a number are read; no value of a city needs more than some twenty. */
    static final int MAX_NUMBER = 1_000;

    /** How many objects and arrays may stand in each other. */
    public static final int MAX_DEPTH = 1_000;

    /** Stands for a number of more characters: to compute it could take seconds. */
    static final JsonNode LONG_NUMBER = MissingNode.getInstance();

    /** Without limits of its own on numbers and names, for the faults of both can be named; the body is limited. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // The names are a stranger's: kept nowhere, and no collisions to be had.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonValues() {}

    static JsonParser parser(Reader text) throws IOException {
        return JSON.createParser(text);
    }

    static JsonParser parser(String text) throws IOException {
        return JSON.createParser(text);
    }

    /** The value that the parser stands at; afterwards it stands at the value's end. */
    static JsonNode read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case VALUE_NULL -> NODES.nullNode();
            case START_ARRAY -> array(parser);
            default -> passOver(parser);
        };
    }

    private static JsonNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(
                    parser.currentToken() == JsonToken.VALUE_STRING
                            ? NODES.textNode(parser.getText())
                            : passOver(parser));
        }
        return array;
    }

    private static JsonNode passOver(JsonParser parser) throws IOException {
        parser.skipChildren();
        return NODES.objectNode();
    }

    private static JsonNode number(JsonParser parser) throws IOException {
        if (parser.getTextLength() > MAX_NUMBER) {
            return LONG_NUMBER;
        }
        String text = parser.getText();
        try {
            return DecimalNode.valueOf(new BigDecimal(text));
        } catch (NumberFormatException exponentBeyondInt) {
            return DecimalNode.valueOf(farOff(text));
        }
    }

    /** As far from 1, or as near to 0, as the number whose exponent has more than 32 bits: every rule judges alike. */
    private static BigDecimal farOff(String text) {
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (new BigDecimal(text.substring(0, e)).signum() == 0) {
            return BigDecimal.ZERO;
        }
        String sign = text.startsWith("-") ? "-" : "";
        return new BigDecimal(sign + (text.charAt(e + 1) == '-' ? "1e-999999999" : "1e999999999"));
    }
}
