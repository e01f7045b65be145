package org.cityapi.auth.browser;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cityapi.auth.Site;

/**
 * Signs what browsers carry for us, with HMAC-SHA256 (RFC 2104). Each use has a key of its own, derived from the site's:
 * what is signed for one use proves nothing in another.
 */
@Singleton
public final class Seals {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<byte[]> keys;

    public Seals(Site site) {
        keys = Stream.concat(Stream.of(site.secretKey()), site.previousKeys().stream())
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** What a seal is for. */
    public enum Use {
        STATE("city-api/sign-in-state"),
        FORM("city-api/form-token");

        private final String label;

        Use(String label) {
            this.label = label;
        }
    }

    /** The seal of a text, 43 characters of base64url. */
    public String seal(Use use, String text) {
        return seal(keys.get(0), use, text);
    }

    /** Whether the text was sealed here for that use, with the present key or a previous one. */
    public boolean isSealed(Use use, String text, String seal) {
        byte[] shown = seal.getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .anyMatch(key -> MessageDigest.isEqual(seal(key, use, text).getBytes(StandardCharsets.UTF_8), shown));
    }

    private static String seal(byte[] key, Use use, String text) {
        byte[] own = mac(key, use.label);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(own, text));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
