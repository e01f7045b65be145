package org.cityapi.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class NegotiationTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-12-01T00:07:09.5Z"), ZoneOffset.UTC);
    private final EmbeddedChannel connection = new EmbeddedChannel(new Negotiation(new Acceptable(List.of()), clock));

    @Test
    void theDayOfADateHasTwoDigits() {
        connection.writeOutbound(response());
        assertThat(dates()).containsExactly("Tue, 01 Dec 2026 00:07:09 GMT");
    }

    @Test
    void aDateThatIsThereAlreadyIsReplaced() {
        HttpResponse response = response();
        response.headers().set(HttpHeaderNames.DATE, "Tue, 1 Dec 2026 00:07:09 GMT");
        connection.writeOutbound(response);
        assertThat(dates()).containsExactly("Tue, 01 Dec 2026 00:07:09 GMT");
    }

    private List<String> dates() {
        HttpResponse sent = connection.readOutbound();
        return sent.headers().getAll(HttpHeaderNames.DATE);
    }

    private static HttpResponse response() {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    }
}
