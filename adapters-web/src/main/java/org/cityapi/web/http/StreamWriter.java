package org.cityapi.web.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.server.body.InputStreamBodyWriter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Sends streams piece by piece, as the client takes them. Micronaut's own writer hands them over on the thread that reads
 * them, and throws when its client, who may have asked for the head alone, has gone meanwhile.
 */
@Singleton
@Replaces(InputStreamBodyWriter.class)
final class StreamWriter implements ResponseBodyWriter<InputStream> {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWriter.class);

    private static final int PIECE = 32 * 1024;

    /** How many pieces may wait for the client. */
    private static final int AHEAD = 4;

    private final Scheduler reading;

    StreamWriter(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        reading = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<InputStream> type,
            MediaType mediaType,
            InputStream stream) {
        Flux<byte[]> pieces = Flux.<byte[], InputStream>generate(() -> stream, StreamWriter::next, StreamWriter::close)
                .subscribeOn(reading);
        Flux<ReadBuffer> buffers = Delivery.of(pieces, request, AHEAD).map(bodies.readBufferFactory()::adapt);
        return bodies.adapt(buffers);
    }

    private static InputStream next(InputStream stream, SynchronousSink<byte[]> sink) {
        try {
            byte[] piece = stream.readNBytes(PIECE);
            if (piece.length > 0) {
                sink.next(piece);
            } else {
                sink.complete();
            }
        } catch (IOException e) {
            sink.error(e);
        }
        return stream;
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("A stream could not be closed", e);
        }
    }

    @Override
    public void writeTo(
            Argument<InputStream> type,
            MediaType mediaType,
            InputStream stream,
            MutableHeaders headers,
            OutputStream target) {
        try {
            stream.transferTo(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
