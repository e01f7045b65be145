package org.cityapi.web.pages.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cityapi.domain.user.UserId;
import org.cityapi.web.WebSettings;
import org.cityapi.web.client.Clients;
import org.jspecify.annotations.Nullable;

/**
 * Carries the text of a new token from the answer to the form to the page that shows it, on whichever node that is: in a
 * cookie that no script can read, encrypted, for two minutes, for the same user, and taken away by that page.
 */
@Singleton
final class MadeTokenCookie {

    private static final String NAME = "made-token";

    private static final String HMAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final WebSettings settings;
    private final TokensCookie cookie;
    private final Clock clock;

    MadeTokenCookie(WebSettings settings, Clients clients, Clock clock) {
        this.settings = settings;
        cookie = new TokensCookie(NAME, settings, clients);
        this.clock = clock;
    }

    Cookie with(HttpRequest<?> request, UserId owner, MadeToken made) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = (made.text() + "\n" + made.name()).getBytes(UTF_8);
        byte[] plain = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(clock.instant().plus(LIFE).toEpochMilli())
                .put(text)
                .array();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, settings.keys().get(0), owner, nonce, plain);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return cookie.of(request, Base64.getUrlEncoder().withoutPadding().encodeToString(all))
                .maxAge(LIFE);
    }

    /** Makes the browser forget. */
    Cookie without(HttpRequest<?> request) {
        return cookie.of(request, "").maxAge(0);
    }

    boolean isPresent(HttpRequest<?> request) {
        return request.getCookies().contains(cookie.name(request));
    }

    /** What the cookie carries; empty when there is none, or none of this user that is still good. */
    Optional<MadeToken> read(HttpRequest<?> request, UserId owner) {
        return request.getCookies()
                .findCookie(cookie.name(request))
                .flatMap(sent -> settings.keys().stream()
                        .flatMap(key -> Optional.ofNullable(opened(key, owner, sent.getValue())).stream())
                        .findFirst());
    }

    private @Nullable MadeToken opened(String key, UserId owner, String value) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(value);
            if (all.length <= NONCE_BYTES) {
                return null;
            }
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            ByteBuffer plain = ByteBuffer.wrap(
                    run(Cipher.DECRYPT_MODE, key, owner, nonce, Arrays.copyOfRange(all, NONCE_BYTES, all.length)));
            boolean over = plain.getLong() < clock.millis();
            String[] parts = UTF_8.decode(plain).toString().split("\n", 2);
            return over ? null : new MadeToken(parts[1], parts[0]);
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return null;
        }
    }

    /** The owner is no part of the text, but without him it does not open. */
    private static byte[] run(int mode, String key, UserId owner, byte[] nonce, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), HMAC));
            byte[] own = mac.doFinal("cookie of a token made just now".getBytes(UTF_8));
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.value().getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Does not open, or no platform of Java", e);
        }
    }
}
