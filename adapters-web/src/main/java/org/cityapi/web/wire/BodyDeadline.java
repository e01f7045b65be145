package org.cityapi.web.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends requests whose body comes too slowly: as often as the time goes by, the body must have come to its end, or by
 * another piece of that size. Time in which nobody here asks for more does not count. A body that has stopped is told
 * so as well, though its connection lies idle, which ends it where nothing is under way.
 */
final class BodyDeadline extends ChannelDuplexHandler {

    /** 4 KB a second. */
    private static final long PIECE = 256 * 1024;

    private final Exchanges exchanges;
    private final Duration time;

    private @Nullable Future<?> deadline;
    private long received;
    private boolean asked;
    private boolean told;

    BodyDeadline(Exchanges exchanges, Duration time) {
        this.exchanges = exchanges;
        this.time = time;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpContent content) {
            received += content.content().readableBytes();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        // Most bodies have come whole by now, or there are none.
        if (!exchanges.isReceiving()) {
            cancel();
            told = false;
        } else if (deadline == null) {
            await(context);
        }
        asked = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void read(ChannelHandlerContext context) {
        asked = true;
        context.read();
    }

    /** Behind the answer to a body that was told to come too slowly, whatever it says, the connection ends. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (!told || !exchanges.isReceiving() || !exchanges.oweOne()) {
            super.write(context, message, promise);
            return;
        }
        if (message instanceof HttpResponse response) {
            HttpUtil.setKeepAlive(response, false);
        }
        boolean ends = message instanceof LastHttpContent && !Exchanges.isInterim(message);
        super.write(context, message, ends ? promise.unvoid().addListener(sent -> close(context)) : promise);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        boolean isIdle = event instanceof IdleStateEvent idle && idle.state() == IdleState.ALL_IDLE;
        if (!isIdle || !exchanges.isReceiving() || !(asked || told)) {
            context.fireUserEventTriggered(event);
        } else if (!told) {
            cancel();
            end(context);
        }
        // Else the answer is being made elsewhere, and the deadline set that ends the connection without it.
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void await(ChannelHandlerContext context) {
        received = 0;
        deadline = context.executor().schedule(() -> judge(context), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void judge(ChannelHandlerContext context) {
        deadline = null;
        if (asked && received < PIECE) {
            end(context);
        } else {
            await(context);
        }
    }

    private void end(ChannelHandlerContext context) {
        if (exchanges.isAnswering() && !told) {
            told = true;
            // Refused as such; a client that then neither ends nor closes is cut off.
            context.fireExceptionCaught(new WireException(WireFault.SLOW_BODY));
            deadline = context.executor().schedule(() -> close(context), time.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            close(context);
        }
    }

    private static void close(ChannelHandlerContext context) {
        var unused = context.close();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
