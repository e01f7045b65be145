package org.cityapi.bootstrap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cityapi.web.MapTiles;
import org.cityapi.web.client.ProxySettings;
import org.cityapi.web.limit.LimitSettings;
import org.cityapi.web.tls.TlsFiles;

/**
 * What the operator has set of how the world reaches the register, checked.
 *
 * @param tls where the register speaks TLS itself
 * @param httpPort where it listens for plain http besides, only to redirect
 * @param httpsOrigin where requests over plain http are sent; empty where they are answered
 * @param proxies whose word on the client is taken, and where they say it
 * @param corsOrigins whose pages may read the API
 * @param tiles the server that maps are laid on
 * @param limits how much each client may ask for
 */
record Network(
        Optional<TlsFiles> tls,
        OptionalInt httpPort,
        String httpsOrigin,
        ProxySettings proxies,
        List<String> corsOrigins,
        MapTiles tiles,
        LimitSettings limits) {}
