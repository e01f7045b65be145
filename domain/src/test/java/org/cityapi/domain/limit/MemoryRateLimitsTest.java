package org.cityapi.domain.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.cityapi.domain.memory.MemoryRateLimits;

class MemoryRateLimitsTest extends RateLimitsContract {

    private Instant now = Instant.EPOCH;

    @Override
    protected RateLimits limits() {
        return new MemoryRateLimits(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @Override
    protected void pass(Duration time) {
        now = now.plus(time);
    }
}
