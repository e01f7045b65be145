package org.cityapi.web;

import java.util.List;

/**
 * What browsers are told, and held to.
 *
 * @param formTargets the origins, such as {@code https://id.example.org}, that a form of ours may end up at: those of
 *     the identity providers
 * @param corsOrigins the origins whose pages may read the API; {@code *} among them means all; none closes it to them
 * @param httpsOrigin where requests over plain http are sent, such as {@code https://cities.example.org}; empty where
 *     they are answered
 * @param tiles the server that maps are laid on
 */
public record BrowserSettings(List<String> formTargets, List<String> corsOrigins, String httpsOrigin, MapTiles tiles) {

    public BrowserSettings {
        formTargets = List.copyOf(formTargets);
        corsOrigins = List.copyOf(corsOrigins);
    }
}
