package org.cityapi.domain.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.cityapi.domain.security.Secret;

/**
 * The text of API tokens: {@code cityapi_}, 30 random characters (178 bits), and 6 characters of checksum. Prefix and
 * checksum let secret scanners find one that was published by mistake, and tell it from what only looks like one.
 */
public final class TokenText {

    public static final String PREFIX = "cityapi_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_DIGITS = 30;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECK_DIGITS) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    /** One that nobody can guess. */
    public static Secret random() {
        StringBuilder text = new StringBuilder(PREFIX);
        RANDOM.ints(RANDOM_DIGITS, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
        return new Secret(text + checksum(text.toString()));
    }

    /** Whether the text can be an API token: its form and its checksum are right. */
    public static boolean isWellFormed(String text) {
        int end = text.length() - CHECK_DIGITS;
        return FORM.matcher(text).matches() && checksum(text.substring(0, end)).equals(text.substring(end));
    }

    /** CRC-32 of the rest in base 62, with zeros in front. */
    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECK_DIGITS; i++) {
            digits.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.toString();
    }
}
