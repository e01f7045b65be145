package org.cityapi.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusedBodyTest {

    private final Exchanges exchanges = new Exchanges();
    private final EmbeddedChannel connection = new EmbeddedChannel(exchanges, new RefusedBody(exchanges, 1000));

    @BeforeEach
    void begin() {
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/cities"));
        connection.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[100])));
        while (connection.readInbound() != null) {
            // These came before anything was refused.
        }
    }

    private void answer(HttpResponseStatus status) {
        connection.write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    @Test
    void theConnectionEndsBehindTheAnswerEvenWhereAllOfTheBodyIsThereAlready() {
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        connection.writeInbound(new DefaultLastHttpContent());
        assertThat(connection.isOpen()).isTrue();
        connection.flush();
        assertThat((Object) connection.readOutbound()).isInstanceOf(LastHttpContent.class);
        connection.runPendingTasks();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void theConnectionThatEndsIsAnnounced() {
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        connection.flush();
        assertThat(((HttpResponse) connection.readOutbound()).headers().get("Connection"))
                .isEqualTo("close");
    }

    @Test
    void whereAllWasReadTheConnectionGoesOn() {
        connection.writeInbound(new DefaultLastHttpContent());
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        connection.flush();
        assertThat(((HttpResponse) connection.readOutbound()).headers().get("Connection"))
                .isNull();
        connection.runPendingTasks();
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void theConnectionEndsWhereTheBodyEndsWithinTheAnswer() {
        connection.write(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE));
        connection.writeInbound(new DefaultLastHttpContent());
        connection.writeAndFlush(new DefaultLastHttpContent());
        connection.runPendingTasks();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void theConnectionEndsBehindTheBody() {
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        connection.flush();
        assertThat(connection.isOpen()).isTrue();
        connection.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[100])));
        assertThat((Object) connection.readInbound()).isNull();
        assertThat(connection.isOpen()).isTrue();
        connection.writeInbound(new DefaultLastHttpContent());
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whatIsNotTooLargeIsPassedOn() {
        answer(HttpResponseStatus.BAD_REQUEST);
        connection.writeInbound(new DefaultLastHttpContent());
        connection.flush();
        assertThat((Object) connection.readInbound()).isInstanceOf(LastHttpContent.class);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void whoAsksBeforeHeSendsTooMuchIsNotToldToGoOn() {
        for (int bytes : new int[] {1000, 1001}) {
            DefaultHttpRequest asking = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/cities");
            asking.headers().set("Expect", "100-continue").set("Content-Length", bytes);
            connection.writeInbound(asking);
            assertThat(asking.headers().contains("Expect")).isEqualTo(bytes == 1000);
        }
    }
}
