package org.cityapi.web.v2;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Hands the pieces of a streamed answer over on the thread of their connection, where it is told, too, that the client has
 * gone: what is handed over on another one arrives after that, and the framework throws.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Under this name Reactor looks for who hears of errors that come too late; else it logs them as its own. */
    private static final String DROPPED = "reactor.onErrorDropped.local";

    private Delivery() {}

    /**
     * Pieces that end the connection, and with it the answer before its end, where a {@link TimeoutException} ends them.
     *
     * @param ahead how many pieces may wait for the client
     */
    static Flux<byte[]> of(Flux<byte[]> pieces, HttpRequest<?> request, int ahead) {
        if (!(request instanceof NettyHttpRequest<?> netty)) {
            return pieces;
        }
        Channel connection = netty.getChannelHandlerContext().channel();
        return pieces.publishOn(Schedulers.fromExecutorService(connection.eventLoop()), false, ahead)
                .onErrorResume(TimeoutException.class, early -> {
                    // Of an error the framework would warn, and then do the same.
                    var unused = connection.close();
                    return Flux.empty();
                })
                .contextWrite(context -> context.put(DROPPED, (Consumer<Throwable>) Delivery::drop));
    }

    /** What comes when the client has just gone finds nobody who hands it over, and nobody who wants it. */
    private static void drop(Throwable late) {
        if (late instanceof RejectedExecutionException || late instanceof TimeoutException) {
            LOG.debug("Something came after its client had gone", late);
        } else {
            LOG.warn("A stream failed after its end", late);
        }
    }
}
