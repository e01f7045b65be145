package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A body, with a digest (SHA-256) of the request as far as it was read. */
final class DigestedStream extends DigestInputStream {

    DigestedStream(HttpRequest<?> request, InputStream body) {
        super(body, sha256());
        // The type tells what the bytes mean.
        String head = request.getMethodName() + " " + request.getUri() + "\n"
                + request.getContentType().map(Object::toString).orElse("") + "\n";
        getMessageDigest().update(head.getBytes(StandardCharsets.UTF_8));
    }

    /** Of what was read up to now; of a form that is what leads to its file, and the file. */
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
