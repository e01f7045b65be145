package org.cityapi.web.client;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells who sends a request and over which scheme: the peer of the connection, unless that is a trusted proxy. What
 * anybody else says in {@code X-Forwarded-*} or {@code Forwarded} (RFC 7239) has no effect.
 */
@Singleton
public final class Clients {

    private static final String ATTRIBUTE = "org.cityapi.client";

    private static final int NETWORK_BYTES = 8;

    private final List<AddressRange> proxies;
    private final Forwarding header;

    public Clients(ProxySettings settings) {
        proxies = settings.trusted();
        header = settings.header();
    }

    /** Across trusted proxies the right-most address that is none of theirs. */
    public InetAddress address(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        return isTrusted(peer)
                ? request.getAttribute(ATTRIBUTE, InetAddress.class).orElseGet(() -> {
                    InetAddress client = beyondProxies(peer, request);
                    request.setAttribute(ATTRIBUTE, client);
                    return client;
                })
                : peer;
    }

    /** Whether the client speaks TLS: with us, or with the trusted proxy that passes its request on. */
    public boolean isSecure(HttpRequest<?> request) {
        return request.isSecure()
                || (isTrusted(request.getRemoteAddress().getAddress())
                        && header.scheme(request.getHeaders()).equals("https"));
    }

    /** Names the client for whoever counts: an IPv6 address by its network, for a client has all addresses there. */
    public String name(HttpRequest<?> request) {
        InetAddress address = address(request);
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        StringBuilder name = new StringBuilder();
        byte[] bytes = address.getAddress();
        for (int i = 0; i < NETWORK_BYTES; i += 2) {
            name.append(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)))
                    .append(':');
        }
        return name.append(":/64").toString();
    }

    private InetAddress beyondProxies(InetAddress peer, HttpRequest<?> request) {
        InetAddress nearest = peer;
        for (String sender : header.senders(request.getHeaders())) {
            InetAddress address = Forwarding.address(sender);
            if (address == null) {
                return nearest;
            }
            nearest = address;
            if (!isTrusted(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        for (AddressRange range : proxies) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
