package org.cityapi.domain.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cityapi.domain.security.SecurityEvent;
import org.cityapi.domain.security.SecurityLog;

/** Security events as they came, in memory. */
public final class MemorySecurityLog implements SecurityLog {

    private final List<SecurityEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void record(SecurityEvent event) {
        events.add(event);
    }

    public List<SecurityEvent> events() {
        return events;
    }
}
