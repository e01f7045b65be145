package org.cityapi.web.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** Keeps count of a connection's requests and answers for the handlers behind it. */
final class Exchanges extends ChannelDuplexHandler {

    private boolean receiving;
    private int unanswered;
    private boolean cutOff;

    /** Whether a request's head was read, but not yet the end of its body. */
    boolean isReceiving() {
        return receiving;
    }

    /** Whether the answer to a request that was read, at least to the end of its head, is not yet written. */
    boolean isAnswering() {
        return unanswered > 0;
    }

    /** Whether one answer is left to write, and no more. */
    boolean oweOne() {
        return unanswered == 1;
    }

    /** Nobody reads on: the connection ends with the answer. */
    void cutOff() {
        cutOff = true;
    }

    boolean isCutOff() {
        return cutOff;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            receiving = true;
            unanswered++;
        }
        if (message instanceof LastHttpContent) {
            receiving = false;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            unanswered--;
        }
        super.write(context, message, promise);
    }

    /** Whether this is 100 Continue or the like: the answer is still to come. */
    static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
