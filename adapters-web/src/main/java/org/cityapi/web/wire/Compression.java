package org.cityapi.web.wire;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;
import org.cityapi.web.formats.FileFormat;

/** Which answers are compressed: text that is not too short, lines of JSON included, which Micronaut does not count. */
@Singleton
@Replaces(DefaultHttpCompressionStrategy.class)
final class Compression implements HttpCompressionStrategy {

    private static final long UNKNOWN = -1;

    private final NettyHttpServerConfiguration settings;

    Compression(NettyHttpServerConfiguration settings) {
        this.settings = settings;
    }

    @Override
    public boolean isEnabled() {
        return settings.getCompressionThreshold() >= 0;
    }

    @Override
    public boolean shouldCompress(HttpResponse response) {
        String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
        long length = HttpUtil.getContentLength(response, UNKNOWN);
        return isEnabled()
                && type != null
                && (length == UNKNOWN || length >= settings.getCompressionThreshold())
                && (MediaType.isTextBased(type) || type.startsWith(FileFormat.NDJSON.mediaType()));
    }

    @Override
    public int getCompressionLevel() {
        return settings.getCompressionLevel();
    }

    @Override
    public int getMaxZstdEncodeSize() {
        return settings.getMaxZstdEncodeSize();
    }
}
