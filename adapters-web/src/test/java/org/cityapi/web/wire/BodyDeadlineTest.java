package org.cityapi.web.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time goes by here only where the test says so. */
class BodyDeadlineTest {

    private static final long SECONDS = 60;

    private final Exchanges exchanges = new Exchanges();
    private final EmbeddedChannel connection = new EmbeddedChannel();

    @BeforeEach
    void begin() {
        connection.freezeTime();
        connection.pipeline().addLast(exchanges, new BodyDeadline(exchanges, Duration.ofSeconds(SECONDS)));
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/cities"));
        connection.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[100])));
        connection.read();
    }

    private void pass(long seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }

    private void lieIdle() {
        connection.pipeline().fireUserEventTriggered(IdleStateEvent.ALL_IDLE_STATE_EVENT);
    }

    private void assertToldSlow() {
        assertThatThrownBy(connection::checkException)
                .isInstanceOfSatisfying(
                        WireException.class, told -> assertThat(told.fault()).isEqualTo(WireFault.SLOW_BODY));
    }

    @Test
    void aConnectionThatFallsIdleWhileTheAnswerIsMadeEndsOnlyAfterItsTime() {
        pass(SECONDS);
        assertToldSlow();
        lieIdle();
        assertThat(connection.isOpen()).isTrue();
        pass(SECONDS - 1);
        lieIdle();
        assertThat(connection.isOpen()).isTrue();
        pass(1);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void oneThatFallsIdleFirstIsToldOnce() {
        lieIdle();
        assertToldSlow();
        lieIdle();
        connection.checkException();
        assertThat(connection.isOpen()).isTrue();
        pass(SECONDS);
        assertThat(connection.isOpen()).isFalse();
    }

    /** Such as a page that keeps what was filled in. */
    @Test
    void theConnectionEndsBehindWhateverIsAnswered() {
        pass(SECONDS);
        assertToldSlow();
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.UNAUTHORIZED));
        HttpResponse answer = connection.readOutbound();
        assertThat(HttpUtil.isKeepAlive(answer)).isFalse();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whatIsAnsweredInTimeEndsNothing() {
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.UNAUTHORIZED));
        HttpResponse answer = connection.readOutbound();
        assertThat(HttpUtil.isKeepAlive(answer)).isTrue();
        assertThat(connection.isOpen()).isTrue();
    }
}
