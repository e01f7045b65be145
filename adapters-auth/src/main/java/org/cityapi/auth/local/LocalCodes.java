package org.cityapi.auth.local;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The authorization codes that were given and not shown yet: each is good once, and for a minute. */
final class LocalCodes {

    private static final Duration LIFETIME = Duration.ofSeconds(60);

    /** More than people can ask for in a minute; beyond it the oldest is forgotten. */
    private static final int MOST = 1_000;

    private final Clock clock;

    private final Map<String, LocalCode> codes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LocalCode> eldest) {
            return size() > MOST;
        }
    };

    LocalCodes(Clock clock) {
        this.clock = clock;
    }

    /** A new code, of 256 random bits. */
    synchronized String issue(LocalSignInRequest asked, LocalPerson person) {
        String code = new AuthorizationCode().getValue();
        codes.put(
                code,
                new LocalCode(
                        asked.value("client_id"),
                        asked.value("redirect_uri"),
                        asked.value("code_challenge"),
                        asked.value("nonce"),
                        person,
                        clock.instant()));
        return code;
    }

    /** Takes a code, whoever shows it, for what was shown to the wrong eyes once is safe with nobody. */
    synchronized Optional<LocalCode> take(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(taken -> clock.instant().isBefore(taken.at().plus(LIFETIME)));
    }
}
