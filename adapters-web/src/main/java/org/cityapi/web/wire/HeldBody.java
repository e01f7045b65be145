package org.cityapi.web.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Refuses a body for which there is no room beside those of all other connections. It counts from its first byte until its
 * request is answered, whether it comes slowly, waits, or is read. The connection is cut off: where requests were sent in a
 * row, the answer to one before may be its last.
 */
final class HeldBody extends ChannelDuplexHandler {

    /** What people and programs send when they write one city. */
    private static final long SMALL = 16 * 1024;

    /** Of what is larger no more is held at a time: it is read as it comes, or refused as too large. */
    private static final long MOST = 1024 * 1024;

    private final Exchanges exchanges;
    private final BodyRoom room;

    /** What the head of the body that comes says of its length; 0 where that says nothing. */
    private long announced;

    /** Of the body that comes. */
    private long received;

    /** By each request that is not yet answered, the oldest first. */
    private final Deque<Long> held = new ArrayDeque<>();

    HeldBody(Exchanges exchanges, BodyRoom room) {
        this.exchanges = exchanges;
        this.room = room;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            announced = request.decoderResult().isFailure() ? 0 : HttpUtil.getContentLength(request, 0L);
            received = 0;
            held.addLast(0L);
        }
        boolean counts = message instanceof HttpContent && !held.isEmpty() && !exchanges.isCutOff();
        if (counts && !hold(((HttpContent) message).content().readableBytes())) {
            exchanges.cutOff();
            ReferenceCountUtil.release(message);
            context.fireExceptionCaught(WireException.noRoom());
        } else if (exchanges.isCutOff()) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private boolean hold(long bytes) {
        received += bytes;
        long more = Math.min(bytes, MOST - Math.min(MOST, received - bytes));
        boolean fits = more == 0 || room.take(more, Math.max(announced, received) <= SMALL);
        if (fits) {
            held.addLast(held.removeLast() + more);
        }
        return fits;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        super.write(context, message, promise);
        if (message instanceof LastHttpContent && !Exchanges.isInterim(message) && !held.isEmpty()) {
            room.giveBack(held.removeFirst());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        held.forEach(room::giveBack);
        held.clear();
        context.fireChannelInactive();
    }
}
