package org.cityapi.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file that pages need, under a name that changes with its content, so that browsers may keep it for ever.
 *
 * @param name the one that holds a fingerprint
 * @param type its media type
 * @param text its content
 */
record Asset(String name, String type, String text) {

    /** Reads one that lies beside this class's package, under {@code assets}. */
    static Asset read(String file, String type) {
        try (InputStream stream = Asset.class.getResourceAsStream("assets/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("No asset " + file);
            }
            byte[] bytes = stream.readAllBytes();
            int dot = file.lastIndexOf('.');
            return new Asset(
                    file.substring(0, dot) + "." + fingerprint(bytes) + file.substring(dot),
                    type,
                    new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
