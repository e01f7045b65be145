package org.cityapi.web.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** A file that pages need, under a name that changes with its content, so that browsers may keep it for ever. */
final class Asset {

    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/";
    private static final String SWAGGER_UI_VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private static final Pattern SOURCE_MAP = Pattern.compile("/\\*# sourceMappingURL=\\S+\\*/");

    private final String name;
    private final String type;
    private final byte[] plain;
    private final byte[] gzipped;

    private Asset(String file, String type, byte[] plain) {
        int dot = file.lastIndexOf('.');
        this.name = file.substring(0, dot) + "." + fingerprint(plain) + file.substring(dot);
        this.type = type;
        this.plain = plain;
        this.gzipped = gzip(plain);
    }

    /** Reads one that lies beside this class's package, under {@code assets}. */
    static Asset read(String file, String type) {
        return new Asset(file, type, bytes("assets/" + file));
    }

    /** Reads one of Swagger UI, without the address of a source map, which is not here. */
    static Asset ofSwaggerUi(String file, String type) {
        Properties told = new Properties();
        try (InputStream stream = open(SWAGGER_UI_VERSION)) {
            told.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = new String(bytes(SWAGGER_UI + told.getProperty("version") + "/" + file), StandardCharsets.UTF_8);
        return new Asset(file, type, SOURCE_MAP.matcher(text).replaceFirst("").getBytes(StandardCharsets.UTF_8));
    }

    /** The name that holds a fingerprint. */
    String name() {
        return name;
    }

    /** The media type. */
    String type() {
        return type;
    }

    /** Not to be written to. */
    byte[] plain() {
        return plain;
    }

    /** As {@code Content-Encoding: gzip} has it; made once, since some of them are large; not to be written to. */
    byte[] gzipped() {
        return gzipped;
    }

    private static byte[] bytes(String path) {
        try (InputStream stream = open(path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String path) {
        InputStream stream = Asset.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("No asset " + path);
        }
        return stream;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
