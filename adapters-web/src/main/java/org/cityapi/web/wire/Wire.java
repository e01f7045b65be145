package org.cityapi.web.wire;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.MediaType;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.web.router.Router;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.cityapi.web.formats.FileFormat;
import org.jspecify.annotations.Nullable;

/** Puts the handlers of this package into the pipeline of each connection, in front of Micronaut's. */
@Singleton
final class Wire implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /** A client that takes anything gets the usual format of files. */
    private static final Comparator<String> USUAL_FIRST = Comparator.<String>comparingInt(type ->
                    FileFormat.ofMediaType(type).map(FileFormat::ordinal).orElse(Integer.MAX_VALUE))
            .thenComparing(Comparator.naturalOrder());

    private final BeanProvider<Router> router;
    private final Clock clock;
    private final Duration headTimeout;
    private final Duration bodyTimeout;
    private final long largestBody;
    private final BodyRoom room;
    private @Nullable Acceptable acceptable;

    Wire(
            BeanProvider<Router> router,
            Clock clock,
            @Value("${city-api.head-timeout}") Duration headTimeout,
            @Value("${city-api.body-timeout}") Duration bodyTimeout,
            @Value("${micronaut.server.max-request-size}") long largestBody,
            BodyRoom room) {
        this.router = router;
        this.clock = clock;
        this.headTimeout = headTimeout;
        this.bodyTimeout = bodyTimeout;
        this.largestBody = largestBody;
        this.room = room;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new ForChannel(null));
        return event.getBean();
    }

    private void equip(Channel connection) {
        // Netty keeps the address once it was asked for; of a connection that has ended it knows none.
        connection.remoteAddress();
        Exchanges exchanges = new Exchanges();
        List<ChannelHandler> handlers = List.of(
                exchanges,
                new HeadDeadline(exchanges, headTimeout),
                new BodyDeadline(exchanges, bodyTimeout),
                new RefusedBody(exchanges, largestBody),
                new HeldBody(exchanges, room),
                new WellFormed(exchanges),
                new Negotiation(acceptable(), clock));
        for (ChannelHandler handler : handlers) {
            connection.pipeline().addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, null, handler);
        }
    }

    /** The routes are known only when the server runs. */
    private synchronized Acceptable acceptable() {
        if (acceptable == null) {
            acceptable = new Acceptable(router.get()
                    .uriRoutes()
                    .flatMap(route -> route.getProduces().stream())
                    .map(MediaType::getName)
                    .filter(type -> !type.contains("*"))
                    .distinct()
                    .sorted(USUAL_FIRST)
                    .toList());
        }
        return acceptable;
    }

    private final class ForChannel implements NettyServerCustomizer {

        private final @Nullable Channel channel;

        ForChannel(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel special, ChannelRole role) {
            return new ForChannel(role == ChannelRole.CONNECTION ? special : null);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                equip(channel);
            }
        }
    }
}
