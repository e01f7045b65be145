package org.cityapi.web.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Lets well-formed requests through. The first other one is marked as failed and is the last of its connection: what
 * follows may be part of it, and is dropped.
 */
final class WellFormed extends ChannelInboundHandlerAdapter {

    private final Exchanges exchanges;
    private final HeadRules rules = new HeadRules();
    private boolean ended;

    WellFormed(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (ended) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            judge(request);
            context.fireChannelRead(request);
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            breakOff(context);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void judge(HttpRequest request) {
        WireFault fault = request.decoderResult().isFailure() ? null : rules.faultOf(request);
        if (fault != null) {
            request.setDecoderResult(DecoderResult.failure(new WireException(fault)));
        }
        ended = request.decoderResult().isFailure();
        if (ended) {
            // The answer says what is spoken here, whatever the request spoke.
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            request.setUri(readable(request.uri()));
        }
    }

    /** The head was fine, so that its request may be under way: its body ends in a failure, unless it was answered. */
    private void breakOff(ChannelHandlerContext context) {
        ended = true;
        if (exchanges.isAnswering()) {
            context.fireExceptionCaught(new WireException(WireFault.CHUNKS));
        } else {
            var unused = context.close();
        }
    }

    /** The path of a target, up to where it is no address any more: the answer to a refusal names it. */
    private static String readable(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        try {
            return new URI(path).toString();
        } catch (URISyntaxException e) {
            int end = e.getIndex();
            return end > 0 ? path.substring(0, end) : "/";
        }
    }
}
