package org.cityapi.web.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections whose next request begins, but whose head does not come to an end in time: the idle time-out does
 * not see clients that send a byte now and then.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final Exchanges exchanges;
    private final Duration time;

    private @Nullable Future<?> deadline;
    private boolean decoded;

    HeadDeadline(Exchanges exchanges, Duration time) {
        this.exchanges = exchanges;
        this.time = time;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        if (message instanceof HttpRequest) {
            cancel();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        // Bytes came, and the codec made nothing of them: a head has begun.
        if (!decoded && deadline == null && !exchanges.isReceiving() && !exchanges.isAnswering()) {
            deadline = context.executor().schedule(() -> end(context), time.toMillis(), TimeUnit.MILLISECONDS);
        }
        decoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private static void end(ChannelHandlerContext context) {
        var unused = context.close();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
