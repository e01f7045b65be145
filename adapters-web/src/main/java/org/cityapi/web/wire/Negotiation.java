package org.cityapi.web.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cityapi.web.Languages;
import org.cityapi.web.http.Acceptance;
import org.cityapi.web.http.HttpDates;
import org.cityapi.web.http.Weighted;
import org.jspecify.annotations.Nullable;

/** Puts what a client can do with into plain words, and tells caches what each answer depended on. */
final class Negotiation extends ChannelDuplexHandler {

    private static final List<String> ALWAYS = List.of("Accept", "Accept-Encoding");

    private final Acceptable acceptable;
    private final Clock clock;

    /** Of each unanswered request the tags of {@code If-None-Match}; empty unless it can do with gzip. */
    private final Deque<List<String>> known = new ArrayDeque<>(2);

    /** Of each unanswered request whether it was HEAD. */
    private final Deque<Boolean> heads = new ArrayDeque<>(2);

    Negotiation(Acceptable acceptable, Clock clock) {
        this.acceptable = acceptable;
        this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            makePlain(request);
        }
        context.fireChannelRead(message);
    }

    private void makePlain(HttpRequest request) {
        HttpHeaders headers = request.headers();
        heads.add(request.method().equals(HttpMethod.HEAD));
        if (request.method().equals(HttpMethod.HEAD)) {
            // The answer has the headers of GET; the codec, which has seen HEAD, leaves the body out.
            request.setMethod(HttpMethod.GET);
        }
        if (request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            // The end of the connection is the end of an answer whose length is not known beforehand.
            headers.remove(HttpHeaderNames.CONNECTION);
        } else if (headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
            // Micronaut overlooks it when anything stands beside it (RFC 9112, 9.6).
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        // Text is UTF-8; RFC 9110 (12.5.2) lets servers ignore this, and Micronaut stumbles over ";".
        headers.remove(HttpHeaderNames.ACCEPT_CHARSET);
        if (headers.contains(HttpHeaderNames.ACCEPT_LANGUAGE)) {
            // Micronaut reads it, too, and fails on some.
            List<String> languages = headers.getAll(HttpHeaderNames.ACCEPT_LANGUAGE);
            headers.set(HttpHeaderNames.ACCEPT_LANGUAGE, Languages.plain(languages));
        }
        if (headers.contains(HttpHeaderNames.ACCEPT)) {
            boolean judgedLater = Acceptance.isJudgedAt(request.uri());
            List<String> accepted = headers.getAll(HttpHeaderNames.ACCEPT);
            set(headers, HttpHeaderNames.ACCEPT, acceptable.plain(accepted, judgedLater));
        }
        boolean gzip = takesGzip(headers);
        set(headers, HttpHeaderNames.ACCEPT_ENCODING, gzip ? "gzip" : null);
        known.add(gzip ? headers.getAll(HttpHeaderNames.IF_NONE_MATCH) : List.of());
        if (gzip) {
            makeTagsPlain(headers, HttpHeaderNames.IF_NONE_MATCH);
        }
        makeTagsPlain(headers, HttpHeaderNames.IF_MATCH);
    }

    /** Unless it would rather have plain answers, which any client takes. */
    private static boolean takesGzip(HttpHeaders headers) {
        double gzip = -1;
        double any = 0;
        double plain = 0;
        for (Weighted coding : Weighted.of(headers.getAll(HttpHeaderNames.ACCEPT_ENCODING))) {
            switch (coding.name()) {
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, coding.weight());
                case "*" -> any = coding.weight();
                case "identity" -> plain = coding.weight();
                default -> {}
            }
        }
        double weight = gzip < 0 ? any : gzip;
        return weight > 0 && weight >= plain;
    }

    private static void makeTagsPlain(HttpHeaders headers, CharSequence name) {
        List<String> tags = headers.getAll(name);
        if (!tags.isEmpty()) {
            headers.set(name, tags.stream().map(GzipTags::plain).toList());
        }
    }

    private static void set(HttpHeaders headers, CharSequence name, @Nullable String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.set(name, value);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response && !Exchanges.isInterim(message)) {
            finish(response, known.poll());
            if (Boolean.TRUE.equals(heads.poll()) && isEndless(response)) {
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
                super.write(context, message, promise.unvoid().addListener(ChannelFutureListener.CLOSE));
                return;
            }
        }
        super.write(context, message, promise);
    }

    /** Nobody would see the end of the answer to HEAD. */
    private static boolean isEndless(HttpResponse response) {
        String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    private void finish(HttpResponse response, @Nullable List<String> known) {
        if (response.status().equals(HttpResponseStatus.OK)) {
            // Micronaut writes it "Ok" where somebody set it.
            response.setStatus(HttpResponseStatus.OK);
        }
        HttpHeaders headers = response.headers();
        if (headers.contains(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.IDENTITY, true)) {
            // It kept the answer from being compressed; RFC 9110 (8.4.1) reserves the word for requests.
            headers.remove(HttpHeaderNames.CONTENT_ENCODING);
        }
        // Micronaut's has one digit on the first days of a month, and refusals of what it cannot read have none.
        headers.set(HttpHeaderNames.DATE, HttpDates.format(clock.instant()));
        String tag = headers.get(HttpHeaderNames.ETAG);
        if (tag != null && headers.contains(HttpHeaderNames.CONTENT_ENCODING)) {
            headers.set(HttpHeaderNames.ETAG, GzipTags.gzipped(tag));
        } else if (tag != null && response.status().equals(HttpResponseStatus.NOT_MODIFIED)) {
            headers.set(HttpHeaderNames.ETAG, GzipTags.known(tag, known));
        }
        Set<String> varied = new LinkedHashSet<>(headers.getAll(HttpHeaderNames.VARY));
        varied.addAll(ALWAYS);
        headers.set(HttpHeaderNames.VARY, String.join(", ", varied));
        if (response.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
        }
    }
}
