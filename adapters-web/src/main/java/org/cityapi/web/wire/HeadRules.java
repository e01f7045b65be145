package org.cityapi.web.wire;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cityapi.web.ServerSettings;
import org.cityapi.web.http.Escapes;
import org.jspecify.annotations.Nullable;

/** What RFC 9110 and 9112 ask of a request's head, and Netty and Micronaut do not look at; one for a connection. */
final class HeadRules {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS,
            HttpMethod.TRACE,
            HttpMethod.CONNECT);

    /** RFC 3986 (3.2.2, 3.2.3): a name or an address, and perhaps a port. */
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|([A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)(:[0-9]*)?");

    /** Longer than a name (253) with a port; the pattern takes a stack as deep as the text is long. */
    private static final int MAX_HOST = 300;

    /** Mostly a client sends the same one again. */
    private @Nullable String goodHost;

    @Nullable
    WireFault faultOf(HttpRequest request) {
        HttpHeaders headers = request.headers();
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return WireFault.VERSION;
        }
        if (!METHODS.contains(request.method())) {
            return WireFault.METHOD;
        }
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty() && !isChunked(codings)) {
            return WireFault.TRANSFER_CODING;
        }
        if (!isHost(headers.getAll(HttpHeaderNames.HOST), version)) {
            return WireFault.HOST;
        }
        if (lineBytes(request) > ServerSettings.LINE_BYTES) {
            return WireFault.LONG_LINE;
        }
        if (!isAddress(request.uri())) {
            return WireFault.TARGET;
        }
        return headers.getAll(HttpHeaderNames.CONTENT_TYPE).size() > 1 ? WireFault.CONTENT_TYPES : null;
    }

    private static int lineBytes(HttpRequest request) {
        return request.method().name().length()
                + request.uri().length()
                + request.protocolVersion().text().length()
                + 2;
    }

    private static boolean isChunked(List<String> codings) {
        return codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0));
    }

    /** HTTP/1.0 knew no hosts. */
    private boolean isHost(List<String> hosts, HttpVersion version) {
        if (hosts.size() != 1) {
            return hosts.isEmpty() && version.equals(HttpVersion.HTTP_1_0);
        }
        String host = hosts.get(0);
        if (!host.equals(goodHost)) {
            if (host.length() > MAX_HOST || !HOST.matcher(host).matches()) {
                return false;
            }
            goodHost = host;
        }
        return true;
    }

    /** Whether Micronaut can make a request of it: of other targets than paths it takes the path alone. */
    static boolean isAddress(String target) {
        try {
            URI address = new URI(target);
            String path = target.split("\\?", 2)[0];
            if (!target.startsWith("/") || target.startsWith("//")) {
                new URI(path);
                new URI(null, null, address.getPath(), address.getQuery(), address.getFragment());
            }
            return Escapes.areText(path);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
