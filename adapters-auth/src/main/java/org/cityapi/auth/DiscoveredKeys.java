package org.cityapi.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes, found anew at each fetch through its discovery document (OpenID Connect Discovery
 * 1.0, section 4): nothing has to work at the start, and nothing that fails once stays so.
 */
final class DiscoveredKeys implements JWKSetSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(DiscoveredKeys.class);

    private final String issuer;
    private final Discovery discovery;
    private final ProviderClient client;
    private final Duration patience;
    private volatile boolean reachable = true;
    private volatile List<String> passedOver = List.of();

    DiscoveredKeys(String issuer, ProviderClient client, Duration patience) {
        this.issuer = issuer;
        this.discovery = new Discovery(issuer, client);
        this.client = client;
        this.patience = patience;
    }

    /** Whether the latest fetch gave keys. */
    boolean isReachable() {
        return reachable;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext context)
            throws KeySourceException {
        try {
            JWKSet keys = fetch();
            if (!reachable) {
                LOG.info("{} gives its keys again", issuer);
            }
            reachable = true;
            return keys;
        } catch (Discovery.Impostor e) {
            complain("is not used. " + e.getMessage());
            // Not "unavailable": that would let keys go on that this provider once gave.
            throw e;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            complain("gives no keys: " + ProviderText.reason(e));
            throw new JWKSetUnavailableException("No keys of " + issuer, e);
        }
    }

    private JWKSet fetch() throws KeySourceException, IOException, ParseException {
        long deadline = System.nanoTime() + patience.toNanos();
        URI keys = Discovery.address(discovery.fetch(patience), "jwks_uri");
        PublishedKeys published =
                PublishedKeys.parse(client.get(keys, Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))));
        tell(published.passedOver());
        return published.usable();
    }

    /** Once for each set: the same one is fetched every minute. */
    private void tell(List<String> nowPassedOver) {
        if (!nowPassedOver.isEmpty() && !nowPassedOver.equals(passedOver)) {
            LOG.warn("Keys of {} that cannot be used are passed over: {}", issuer, String.join(", ", nowPassedOver));
        }
        passedOver = nowPassedOver;
    }

    /** Once an outage, not once an attempt. */
    private void complain(String what) {
        if (reachable) {
            LOG.error("The identity provider {} {}", issuer, what);
        }
        reachable = false;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
