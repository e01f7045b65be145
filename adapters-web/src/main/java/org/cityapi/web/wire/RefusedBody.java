package org.cityapi.web.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Set;

/**
 * Passes over what still comes of a body that was refused as too large, or for want of room, and ends the connection
 * behind it: browsers read no answer before they have sent all. {@link BodyDeadline} sees to its pace. A client that asks
 * before it sends a body that is larger than any may be is not told to go on (RFC 9110, 10.1.1).
 */
final class RefusedBody extends ChannelDuplexHandler {

    /** What is larger is cut off. */
    private static final long MOST = 2L * 1024 * 1024 * 1024;

    private static final Set<Integer> STATUSES =
            Set.of(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code(), HttpResponseStatus.SERVICE_UNAVAILABLE.code());

    private final Exchanges exchanges;
    private final long largest;

    private boolean refused;
    private boolean passing;
    private long passed;

    /** Whether nothing more is to come. */
    private boolean ended;

    /** Whether the answer is on its way: a connection that is closed before has sent nothing of it. */
    private boolean answered;

    /** @param largest how many bytes a body may have, wherever it is sent to */
    RefusedBody(Exchanges exchanges, long largest) {
        this.exchanges = exchanges;
        this.largest = largest;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response) {
            refused =
                    exchanges.isCutOff() || (STATUSES.contains(response.status().code()) && exchanges.isReceiving());
            if (refused) {
                // Or the client would send its next request on a connection that is about to end.
                HttpUtil.setKeepAlive(response, false);
            }
        }
        boolean ends = refused && message instanceof LastHttpContent;
        if (!ends) {
            super.write(context, message, promise);
            return;
        }
        passing = true;
        ended = !exchanges.isReceiving();
        super.write(context, message, promise.unvoid().addListener(sent -> {
            answered = true;
            closeBehindBoth(context);
        }));
        context.read();
    }

    private void closeBehindBoth(ChannelHandlerContext context) {
        if (ended && answered) {
            var unused = context.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!passing) {
            if (message instanceof HttpRequest request && isTooLarge(request)) {
                request.headers().remove(HttpHeaderNames.EXPECT);
            }
            context.fireChannelRead(message);
            return;
        }
        if (message instanceof HttpContent content) {
            passed += content.content().readableBytes();
        }
        ended |= message instanceof LastHttpContent || passed > MOST;
        ReferenceCountUtil.release(message);
        closeBehindBoth(context);
    }

    private boolean isTooLarge(HttpRequest request) {
        return !request.decoderResult().isFailure() && HttpUtil.getContentLength(request, 0L) > largest;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (passing) {
            context.read();
        }
    }
}
