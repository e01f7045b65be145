package org.cityapi.web.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class StreamWriterTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();

    private final InputStream slow = new InputStream() {

        @Override
        public int read() {
            begun.countDown();
            try {
                gone.await();
                interrupted.compareAndSet(false, Thread.interrupted());
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return -1;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    };

    @Test
    void aStreamWhoseClientGoesIsClosedAndItsReaderNotInterrupted() throws InterruptedException {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        CloseableByteBody body = new StreamWriter(threads)
                .writePiece(
                        ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE),
                        HttpRequest.GET("/"),
                        HttpResponse.ok(),
                        Argument.of(InputStream.class),
                        MediaType.ALL_TYPE,
                        slow);
        Disposable client = Flux.from(body.toByteArrayPublisher()).subscribe();
        assertThat(begun.await(10, SECONDS)).isTrue();
        client.dispose();
        gone.countDown();
        assertThat(closed.await(10, SECONDS)).isTrue();
        assertThat(interrupted).isFalse();
        threads.shutdown();
    }
}
