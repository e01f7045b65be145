package org.cityapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsOnMemoryTest extends LimitsContract {

    @Override
    protected RunningRegister start(int anonymous, int signedIn, int signIn) {
        return new OnMemory("limits", anonymous + " " + signedIn + " " + signIn, "trusted-proxies", "127.0.0.2 ::2");
    }

    @Test
    void clientsBehindATrustedProxyAreCountedApart() {
        try (Client proxied = Client.onMemory("limits", "1 1 1", "trusted-proxies", "127.0.0.1 ::1")) {
            for (String client : new String[] {"203.0.113.1", "203.0.113.2", "2001:db8::1", "2001:db8:0:1::1"}) {
                assertThat(proxied.get("/api/v2/countries/DE", "X-Forwarded-For: " + client)
                                .statusCode())
                        .isEqualTo(200);
            }
            for (String client : new String[] {"203.0.113.1", "9.9.9.9, 203.0.113.2", "2001:db8::2"}) {
                assertThat(proxied.get("/api/v2/countries/DE", "X-Forwarded-For: " + client)
                                .statusCode())
                        .as(client)
                        .isEqualTo(429);
            }
        }
    }

    @Test
    void withoutLimitsNobodyCounts() {
        try (Client free = Client.onMemory()) {
            assertThat(free.get("/api/v2/countries/DE").headers().map())
                    .doesNotContainKeys("ratelimit", "ratelimit-policy", "retry-after");
        }
    }
}
