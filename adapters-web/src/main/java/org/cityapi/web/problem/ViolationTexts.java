package org.cityapi.web.problem;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.web.Messages;

/** The faults of requests and commands in words. */
@Singleton
public final class ViolationTexts {

    /** How many characters of a name or a value are repeated. */
    private static final int MAX_ECHO = 100;

    /** The detail that tells what may be: it is ours, and of use only when it is whole. */
    private static final String ALLOWED = "allowed";

    /** What can be wrong with a body as a whole. */
    private static final Set<Fault> OF_ALL =
            EnumSet.of(Fault.REQUIRED, Fault.TYPE, Fault.MALFORMED, Fault.TOO_DEEP, Fault.ENCODING, Fault.MORE);

    private final Messages messages;

    public ViolationTexts(Messages messages) {
        this.messages = messages;
    }

    /** What is wrong with what. */
    String line(Violation violation, Locale language) {
        return (isOfAll(violation) ? "" : named(violation) + ": ") + text(violation, language);
    }

    /** What is wrong, without saying with what. */
    public String text(Violation violation, Locale language) {
        Map<String, Object> values = brief(violation.details());
        values.computeIfPresent("expected", (name, type) -> messages.get(language, "type." + type, Map.of()));
        String key =
                (isOfAll(violation) ? "whole." : "fault.") + violation.fault().code();
        return messages.get(language, key, values);
    }

    /** Whether the whole body is meant, and not a member or a parameter whose name is empty. */
    private static boolean isOfAll(Violation violation) {
        return violation.field().isEmpty() && OF_ALL.contains(violation.fault());
    }

    private static String named(Violation violation) {
        return violation.field().isEmpty() ? "\"\"" : brief(violation.field());
    }

    static Map<String, Object> brief(Map<String, Object> sent) {
        Map<String, Object> values = new HashMap<>(sent);
        values.replaceAll((name, value) -> value instanceof String text && !name.equals(ALLOWED) ? brief(text) : value);
        return values;
    }

    /** What a request sent is repeated in part only: a hundred long values would make a long answer. */
    static String brief(String sent) {
        return sent.codePointCount(0, sent.length()) <= MAX_ECHO
                ? sent
                : sent.substring(0, sent.offsetByCodePoints(0, MAX_ECHO)) + "…";
    }
}
