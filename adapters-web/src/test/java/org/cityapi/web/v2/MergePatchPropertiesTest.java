package org.cityapi.web.v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cityapi.domain.city.CityDetails;
import org.cityapi.domain.rejection.Rejection;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.domain.rejection.Violations;

/** A patch of a city does what the algorithm of RFC 7396 (section 2) does with its JSON. */
class MergePatchPropertiesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, List<String>> VALUES = Map.of(
            "name", List.of("\"Paris\"", "\"Lyon\"", "\"\"", "1", "{\"a\":null}"),
            "countryCode", List.of("\"FR\"", "\"dk\"", "\"ZZ\""),
            "population", List.of("0", "2148000", "-1", "\"1\""),
            "latitude", List.of("48.85", "-90", "91"),
            "longitude", List.of("2.35", "180", "[]"),
            "adminCode", List.of("\"11\"", "\"\""),
            "timezone", List.of("\"Europe/Paris\"", "\"Mars/Base\""),
            "geonameId", List.of("2988507", "0"),
            "otherNames", List.of("[]", "[\"Lutetia\"]", "[null]", "{}"));

    private static CityPatch patch(ObjectNode json) {
        return CityPatch.read(json.toString().getBytes(StandardCharsets.UTF_8), Violations.ofParameters());
    }

    /** RFC 7396, 2: MergePatch(Target, Patch). */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? target.deepCopy() : JSON.createObjectNode();
        patch.fields().forEachRemaining(member -> {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), merged(result.path(member.getKey()), member.getValue()));
            }
        });
        return result;
    }

    /** The details, or the fields at fault. */
    private static Object outcome(Supplier<CityDetails> writing) {
        try {
            return writing.get();
        } catch (Rejection.Invalid invalid) {
            return invalid.violations().stream().map(Violation::field).sorted().toList();
        }
    }

    @Property
    void aPatchedCityIsTheCityThatTheMergedBodyMakes(
            @ForAll("bodies") ObjectNode before, @ForAll("bodies") ObjectNode patch) {
        if (outcome(() -> patch(before).alone()) instanceof CityDetails city) {
            Object patched = outcome(() -> patch(patch).appliedTo(city));
            assertThat(patched)
                    .isEqualTo(outcome(
                            () -> patch((ObjectNode) merged(before, patch)).alone()));
            if (patched instanceof CityDetails once) {
                assertThat(patch(patch).appliedTo(once)).isEqualTo(once);
            }
        }
    }

    @Property
    void anEmptyPatchChangesNothing(@ForAll("bodies") ObjectNode before) {
        if (outcome(() -> patch(before).alone()) instanceof CityDetails city) {
            assertThat(patch(JSON.createObjectNode()).appliedTo(city)).isEqualTo(city);
            assertThat(patch(before).appliedTo(city)).isEqualTo(city);
        }
    }

    /** Any of the members, most of them sound, some null. */
    @Provide
    Arbitrary<ObjectNode> bodies() {
        return Arbitraries.randoms().map(random -> {
            ObjectNode body = JSON.createObjectNode();
            VALUES.keySet().stream().sorted().forEach(name -> {
                List<String> values = VALUES.get(name);
                int chance = random.nextInt(10);
                if (chance < 6) {
                    body.set(name, read(values.get(0)));
                } else if (chance == 6) {
                    body.set(name, read(values.get(random.nextInt(values.size()))));
                } else if (chance == 7) {
                    body.putNull(name);
                }
            });
            return body;
        });
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
