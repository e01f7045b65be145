package org.cityapi.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.regex.Pattern;
import org.cityapi.domain.user.Identity;
import org.jspecify.annotations.Nullable;

/** Makes the texts of a provider fit to be stored, logged and shown: what people call themselves may be hostile. */
public final class ProviderText {

    private static final int MAX_SUBJECT = 255;

    private static final int MAX_NAME = 200;

    private static final int MAX_REASON = 500;

    /** The length of an address that SMTP can deliver to (RFC 5321, section 4.5.3.1.3, less the brackets). */
    private static final int MAX_EMAIL = 254;

    /** Controls, lone surrogates, line separators, and what turns the direction of the text around it. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private ProviderText() {}

    /** A line of at most 200 characters; null when the claim is no text or nothing of it is left. */
    public static @Nullable String name(@Nullable Object claim) {
        if (!(claim instanceof String text)) {
            return null;
        }
        String line = UNFIT.matcher(text).replaceAll("").strip();
        if (line.isEmpty()) {
            return null;
        }
        int length = line.codePointCount(0, line.length());
        return length <= MAX_NAME ? line : line.substring(0, line.offsetByCodePoints(0, MAX_NAME));
    }

    /** What a failure says, for a log: a line of some 500 characters at most, that ends with a word. */
    public static String reason(Throwable failure) {
        String said = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = UNFIT.matcher(said).replaceAll(" ").strip();
        if (line.length() <= MAX_REASON) {
            return line;
        }
        int blank = line.lastIndexOf(' ', MAX_REASON);
        return line.substring(0, blank < 0 ? MAX_REASON : blank) + " …";
    }

    /** The claim as it is; null when it is no text, or none that an e-mail address could be. */
    static @Nullable String email(@Nullable Object claim) {
        return claim instanceof String text
                        && !text.isBlank()
                        && text.length() <= MAX_EMAIL
                        && !UNFIT.matcher(text).find()
                ? text
                : null;
    }

    /** Whether the text can be somebody's subject: mending it would make two people one. */
    public static boolean isSubject(@Nullable String text) {
        return text != null
                && !text.isBlank()
                && !isTooLongASubject(text)
                && !UNFIT.matcher(text).find();
    }

    /** Whether there is more of it than the 255 characters that OpenID Connect Core 1.0, section 2, allows. */
    public static boolean isTooLongASubject(@Nullable String text) {
        return text != null && text.length() > MAX_SUBJECT;
    }

    /** What claims that are proven tell of whom they are about. */
    public static Identity identity(String issuer, JWTClaimsSet claims) {
        String name = name(claims.getClaim("name"));
        return new Identity(
                issuer,
                claims.getSubject(),
                name == null ? name(claims.getClaim("preferred_username")) : name,
                email(claims.getClaim("email")));
    }
}
