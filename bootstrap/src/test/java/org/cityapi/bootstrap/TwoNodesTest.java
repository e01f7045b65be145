package org.cityapi.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cityapi.persistence.RedisServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TwoNodesTest {

    @Nested
    class OnPostgresAlone extends TwoNodes {
        @Override
        String[] settings() {
            return new String[0];
        }
    }

    @Nested
    class WithRedis extends TwoNodes {
        @Override
        String[] settings() {
            return new String[] {"REDIS_URL", RedisServer.newAddress(), "RATE_LIMIT", "on"};
        }
    }

    @Nested
    class WithRedisAway extends TwoNodes {
        @Override
        String[] settings() {
            return new String[] {"REDIS_URL", "redis://localhost:1", "RATE_LIMIT", "on"};
        }
    }

    @Nested
    class WithAClockAMinuteAhead extends TwoNodes {
        @Override
        String[] settings() {
            return new String[] {"REDIS_URL", RedisServer.newAddress(), "RATE_LIMIT", "on"};
        }

        @Override
        String othersSkew() {
            return "60s";
        }

        @Test
        void itIs() {
            assertThat(madeAtTheOther()).isAfter(Instant.now().plusSeconds(30));
        }
    }

    @Nested
    class WithAClockAMinuteBehind extends TwoNodes {
        @Override
        String[] settings() {
            return new String[0];
        }

        @Override
        String othersSkew() {
            return "-60s";
        }
    }
}
