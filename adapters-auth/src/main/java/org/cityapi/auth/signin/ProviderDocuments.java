package org.cityapi.auth.signin;

import com.nimbusds.jose.KeySourceException;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cityapi.auth.Discovery;
import org.cityapi.auth.ProviderText;
import org.cityapi.domain.rejection.Dependency;
import org.cityapi.domain.rejection.Rejection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One provider's document, fetched when somebody needs it: nothing has to work at the start, and the first attempt after
 * an outage works again. Whoever comes while it is being fetched waits for the same fetch.
 */
final class ProviderDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderDocuments.class);

    private static final Duration USE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String issuer;
    private final Discovery discovery;
    private final Executor background;
    private final Clock clock;

    private @Nullable Fetch latest;
    private List<String> passedOver = List.of();

    ProviderDocuments(String issuer, Discovery discovery, Executor background, Clock clock) {
        this.issuer = issuer;
        this.discovery = discovery;
        this.background = background;
        this.clock = clock;
    }

    /** One fetch, for all who wait for it. */
    private record Fetch(FutureTask<ProviderDocument> task, Instant startedAt) {}

    /** @throws Rejection.Unavailable when it cannot be had, or is another's */
    ProviderDocument get() {
        Fetch fetch = latestOrNew();
        try {
            return fetch.task().get(PATIENCE.toMillis() + 200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Rejection.Unavailable(Dependency.IDENTITY_PROVIDER, e);
        } catch (ExecutionException e) {
            if (forget(fetch)) {
                LOG.error("No sign-in by {}: {}", issuer, ProviderText.reason(e.getCause() == null ? e : e.getCause()));
            }
            throw new Rejection.Unavailable(Dependency.IDENTITY_PROVIDER, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Rejection.Unavailable(Dependency.IDENTITY_PROVIDER, e);
        }
    }

    private synchronized Fetch latestOrNew() {
        Instant now = clock.instant();
        Fetch known = latest;
        if (known == null || Duration.between(known.startedAt(), now).abs().compareTo(USE) >= 0) {
            known = new Fetch(new FutureTask<>(this::fetch), now);
            latest = known;
            // Not on the thread of the first who asks: he may go away, and his request be cancelled.
            background.execute(known.task());
        }
        return known;
    }

    private synchronized boolean forget(Fetch failed) {
        boolean first = failed.equals(latest);
        if (first) {
            latest = null;
        }
        return first;
    }

    private ProviderDocument fetch() throws IOException, ParseException, KeySourceException {
        ProviderDocument document = ProviderDocument.of(discovery.fetch(PATIENCE));
        tell(document.passedOver());
        return document;
    }

    /** Once, not at each fetch. */
    private synchronized void tell(List<String> nowPassedOver) {
        if (!nowPassedOver.isEmpty() && !nowPassedOver.equals(passedOver)) {
            LOG.warn("What {} says of itself is passed over: {}", issuer, String.join(", ", nowPassedOver));
        }
        passedOver = nowPassedOver;
    }
}
