package org.cityapi.web.pages;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
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

    private static final Pattern SOURCE_MAP =
            Pattern.compile("/\\*# sourceMappingURL=\\S+\\*/|//# sourceMappingURL=\\S+");

    private final String file;
    private final String name;
    private final String type;
    private final ByteBuf plain;
    private final ByteBuf gzipped;

    private Asset(String file, String type, byte[] plain) {
        this.file = file;
        int dot = file.lastIndexOf('.');
        this.name = file.substring(0, dot) + "." + fingerprint(plain) + file.substring(dot);
        this.type = type;
        this.plain = shared(plain);
        this.gzipped = shared(gzip(plain));
    }

    /** Reads one that lies beside this class's package, under {@code assets}. */
    static Asset read(String file, String type) {
        return new Asset(file, type, bytes("assets/" + file));
    }

    /** The text of one that is no asset as it lies there. */
    static String text(String file) {
        return new String(bytes("assets/" + file), StandardCharsets.UTF_8);
    }

    /** Reads one of a package of WebJars. */
    static Asset of(WebJar jar, String path, String type) {
        return new Asset(path.substring(path.lastIndexOf('/') + 1), type, jar.file(path));
    }

    /** The same, behind what every browser is to begin with. */
    Asset after(WebJar jar, String path) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(jar.file(path));
        both.writeBytes(ByteBufUtil.getBytes(plain));
        return new Asset(file, type, both.toByteArray());
    }

    /** A package of files for browsers, such as {@code org.webjars:swagger-ui}. */
    record WebJar(String group, String name) {

        String version() {
            Properties told = new Properties();
            try (InputStream stream = open("/META-INF/maven/" + group + "/" + name + "/pom.properties")) {
                told.load(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return told.getProperty("version");
        }

        /** One of its files, without the address of a source map, which is not here. */
        byte[] file(String path) {
            String folder = "/META-INF/resources/webjars/" + name + "/" + version() + "/";
            String text = new String(bytes(folder + path), StandardCharsets.UTF_8);
            return SOURCE_MAP.matcher(text).replaceFirst("").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The name that holds a fingerprint. */
    String name() {
        return name;
    }

    /** The media type. */
    String type() {
        return type;
    }

    ByteBuf plain() {
        return plain.duplicate();
    }

    /** As {@code Content-Encoding: gzip} has it; made once, since some of them are large. */
    ByteBuf gzipped() {
        return gzipped.duplicate();
    }

    /** The same bytes for all answers: of others the network makes a copy for each that waits to be read. */
    private static ByteBuf shared(byte[] bytes) {
        return Unpooled.unreleasableBuffer(
                Unpooled.directBuffer(bytes.length).writeBytes(bytes).asReadOnly());
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
