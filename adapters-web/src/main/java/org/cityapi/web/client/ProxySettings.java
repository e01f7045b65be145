package org.cityapi.web.client;

import java.util.List;

/**
 * Which proxies stand between the world and this server.
 *
 * @param trusted whose word on the client is taken; none by default
 * @param header where they say it
 */
public record ProxySettings(List<AddressRange> trusted, Forwarding header) {

    public ProxySettings {
        trusted = List.copyOf(trusted);
    }
}
