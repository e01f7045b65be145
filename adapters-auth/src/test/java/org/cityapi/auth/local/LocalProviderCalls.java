package org.cityapi.auth.local;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of a local provider that runs, by calls to it. */
abstract class LocalProviderCalls {

    static LocalProvider provider;
    static LocalCalls calls;

    @BeforeAll
    static void start() {
        provider = LocalProvider.start(0);
        calls = new LocalCalls(provider.issuer());
    }

    @AfterAll
    static void stop() {
        provider.close();
    }
}
