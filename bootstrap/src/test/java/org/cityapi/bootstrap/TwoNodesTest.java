package org.cityapi.bootstrap;

import org.cityapi.persistence.RedisServer;
import org.junit.jupiter.api.Nested;

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
}
