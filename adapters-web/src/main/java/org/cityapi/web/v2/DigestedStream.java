package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file, with a digest (SHA-256) of all that its request says; not of the form around it, which is another each time. */
final class DigestedStream extends DigestInputStream {

    /** @param type tells what the bytes mean */
    DigestedStream(HttpRequest<?> request, String type, InputStream file) {
        super(file, sha256());
        String head = request.getMethodName() + " " + request.getUri() + "\n" + type + "\n";
        getMessageDigest().update(head.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the file as far as it was read. */
    String digest() {
        return HexFormat.of().formatHex(getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
