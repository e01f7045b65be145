package org.cityapi.web.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.cityapi.web.http.Escapes;

/**
 * Lets well-formed requests through. The first other one is marked as failed and is the last of its connection: what
 * follows may be part of it, and is dropped.
 */
final class WellFormed extends ChannelDuplexHandler {

    private final Exchanges exchanges;
    private final HeadRules rules = new HeadRules();

    /** A request in chunks, as far as it came at once: if they break off in there, nobody begins to answer it. */
    private final List<Object> held = new ArrayList<>(2);

    private boolean ended;
    private boolean brokenOff;

    WellFormed(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (ended) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            judge(request);
            held.add(request);
            if (ended || !HttpUtil.isTransferEncodingChunked(request)) {
                passOn(context);
            }
        } else if (message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            ReferenceCountUtil.release(message);
            breakOff(context);
        } else if (held.isEmpty()) {
            context.fireChannelRead(message);
        } else {
            held.add(message);
            if (message instanceof LastHttpContent) {
                passOn(context);
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        passOn(context);
        context.fireChannelReadComplete();
    }

    private void passOn(ChannelHandlerContext context) {
        if (!held.isEmpty()) {
            List<Object> messages = List.copyOf(held);
            held.clear();
            messages.forEach(context::fireChannelRead);
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

    private void breakOff(ChannelHandlerContext context) {
        ended = true;
        if (!held.isEmpty()) {
            passOnFailed(context, new WireException(WireFault.CHUNKS));
        } else if (exchanges.isAnswering()) {
            // Whoever reads the body learns of it; who does not answers as he would, and the connection ends.
            brokenOff = true;
            context.fireExceptionCaught(new WireException(WireFault.CHUNKS));
        } else {
            var unused = context.close();
        }
    }

    /** Where there is no room for chunks that came with their head, nobody begins to answer it, either. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof WireException && !held.isEmpty()) {
            ended = true;
            passOnFailed(context, cause);
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    private void passOnFailed(ChannelHandlerContext context, Throwable cause) {
        HttpRequest request = (HttpRequest) held.get(0);
        request.setDecoderResult(DecoderResult.failure(cause));
        held.subList(1, held.size()).forEach(ReferenceCountUtil::release);
        held.clear();
        context.fireChannelRead(request);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        ChannelPromise written = promise;
        if (brokenOff && exchanges.oweOne() && !Exchanges.isInterim(message)) {
            if (message instanceof HttpResponse response) {
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
            if (message instanceof LastHttpContent) {
                written = promise.unvoid().addListener(ChannelFutureListener.CLOSE);
            }
        }
        super.write(context, message, written);
    }

    /** The path of a target, up to where it is no address any more: the answer to a refusal names it. */
    private static String readable(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        int end = path.length();
        try {
            new URI(path);
        } catch (URISyntaxException e) {
            end = Math.max(e.getIndex(), 0);
        }
        String start = path.substring(0, end);
        if (!Escapes.areText(start)) {
            start = start.substring(0, start.indexOf('%'));
        }
        return start.isEmpty() || !HeadRules.isAddress(start) ? "/" : start;
    }
}
