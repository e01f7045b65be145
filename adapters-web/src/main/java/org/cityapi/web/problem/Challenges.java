package org.cityapi.web.problem;

/** Values of {@code WWW-Authenticate} for bearer tokens (RFC 6750, 3). */
final class Challenges {

    /** For a request that carried no token at all. */
    static final String BEARER = "Bearer";

    private Challenges() {}

    /** For a request whose credentials cannot be read. */
    static String invalidRequest(String description) {
        return "Bearer error=\"invalid_request\", error_description=\"" + plain(description) + '"';
    }

    /** For a token that is expired, forged or meant for somebody else. */
    static String invalidToken(String description) {
        return "Bearer error=\"invalid_token\", error_description=\"" + plain(description) + '"';
    }

    /** For a token that lacks a permission. */
    static String insufficientScope(String scope) {
        return "Bearer error=\"insufficient_scope\", scope=\"" + plain(scope) + '"';
    }

    /** Only what RFC 6750 allows between the quotes. */
    private static String plain(String text) {
        return text.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
    }
}
