package org.cityapi.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a JWK set, less those that cannot be used here: one of them must not lock everybody out (RFC 7517, section
 * 5).
 *
 * @param usable those that were understood
 * @param passedOver what the others are called, and what is wrong with each; fit for a log
 */
record PublishedKeys(JWKSet usable, List<String> passedOver) {

    /** A key of another type is no fault: nobody signs with it for us. */
    private static final Set<String> TYPES = Set.of("RSA", "EC", "OKP", "oct");

    /** How many of the others are told by name. */
    private static final int MOST_TOLD = 10;

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
        int more = 0;
        for (Object key : keys) {
            try {
                Map<String, Object> members = JSONObjectUtils.getJSONObject(Map.of("key", key), "key");
                if (!(members.get("kty") instanceof String type) || TYPES.contains(type)) {
                    usable.add(JWK.parse(members));
                }
            } catch (ParseException | RuntimeException e) {
                if (passedOver.size() < MOST_TOLD) {
                    passedOver.add(name(key) + " (" + ProviderText.reason(e) + ")");
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            passedOver.add("and " + more + " more");
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
