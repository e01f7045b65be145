package org.cityapi.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a JWK set, less those that cannot be used here: one of them must not lock everybody out (RFC 7517, section
 * 5).
 *
 * @param usable those that were understood
 * @param passedOver what the others are called, and what is wrong with each; fit for a log
 */
record PublishedKeys(JWKSet usable, List<String> passedOver) {

    PublishedKeys {
        passedOver = List.copyOf(passedOver);
    }

    /** @throws ParseException when it is no JWK set, or none of its keys can be used */
    static PublishedKeys parse(String text) throws ParseException {
        List<Object> keys = JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(text), "keys");
        if (keys == null) {
            throw new ParseException("no keys", 0);
        }
        List<JWK> usable = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (Object key : keys) {
            try {
                // Nimbus passes over a key of an unknown type, and refuses the whole set for any other fault.
                usable.addAll(JWKSet.parse(Map.of("keys", List.of(key))).getKeys());
            } catch (ParseException | RuntimeException e) {
                passedOver.add(name(key) + " (" + ProviderText.reason(e) + ")");
            }
        }
        if (usable.isEmpty() && !passedOver.isEmpty()) {
            throw new ParseException("none of its keys can be used: " + String.join(", ", passedOver), 0);
        }
        return new PublishedKeys(new JWKSet(usable), passedOver);
    }

    private static String name(@Nullable Object key) {
        String kid = key instanceof Map<?, ?> members ? ProviderText.name(members.get("kid")) : null;
        return kid == null ? "one without a kid" : kid;
    }
}
