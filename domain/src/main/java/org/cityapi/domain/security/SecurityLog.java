package org.cityapi.domain.security;

/**
 * Takes down what matters to whoever answers for security. The door adds when, through which request and from where; no
 * event holds a secret. Never fails: an event that cannot be written must not stop what it tells of.
 */
public interface SecurityLog {

    void record(SecurityEvent event);
}
