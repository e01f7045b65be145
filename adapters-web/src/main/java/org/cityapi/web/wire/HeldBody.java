package org.cityapi.web.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Refuses a body for which there is no room beside those of all other connections. It counts from its first byte until its
 * request is answered, whether it comes slowly, waits, or is read.
 */
final class HeldBody extends ChannelDuplexHandler {

    /** What people and programs send when they write one city. */
    private static final long SMALL = 16 * 1024;

    /** Of what is larger no more is held at a time: it is read as it comes, or refused as too large. */
    private static final long MOST = 1024 * 1024;

    private final Exchanges exchanges;
    private final BodyRoom room;

    /** Of the body that comes. */
    private long received;

    /** Of all whose requests are not yet answered. */
    private long held;

    HeldBody(Exchanges exchanges, BodyRoom room) {
        this.exchanges = exchanges;
        this.room = room;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            received = 0;
        }
        boolean counts = message instanceof HttpContent && exchanges.isAnswering() && !exchanges.isCutOff();
        if (counts && !hold(((HttpContent) message).content().readableBytes())) {
            exchanges.cutOff();
            ReferenceCountUtil.release(message);
            context.fireExceptionCaught(new WireException(WireFault.NO_ROOM));
        } else if (exchanges.isCutOff()) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private boolean hold(long bytes) {
        received += bytes;
        long more = Math.min(bytes, MOST - Math.min(MOST, received - bytes));
        boolean fits = more == 0 || room.take(more, received <= SMALL);
        held += fits ? more : 0;
        return fits;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        super.write(context, message, promise);
        if (message instanceof LastHttpContent && !exchanges.isAnswering()) {
            giveBack();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        giveBack();
        context.fireChannelInactive();
    }

    private void giveBack() {
        room.giveBack(held);
        held = 0;
    }
}
