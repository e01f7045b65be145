package org.cityapi.web.problem;

import jakarta.inject.Singleton;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cityapi.domain.rejection.Fault;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.web.Messages;

/**
 * The faults of forms and addresses in words for people, who are told what to do; {@link ViolationTexts} tells programs
 * what is wrong, and has the words where there are none here.
 */
@Singleton
public final class FaultWords {

    /** What the keys of the words begin with; the code of the fault follows, then perhaps the field or the type. */
    static final String PREFIX = "page.";

    private final Messages messages;
    private final ViolationTexts others;

    public FaultWords(Messages messages, ViolationTexts others) {
        this.messages = messages;
        this.others = others;
    }

    /** What to do about it, as a sentence that stands beside its field. */
    public String text(Violation violation, Locale language) {
        return first(keys(violation), violation.details(), language).orElseGet(() -> others.text(violation, language));
    }

    /** What to do about a fault of any field; empty where there are no such words. */
    public Optional<String> of(Fault fault, Map<String, Object> details, Locale language) {
        return first(keys(new Violation("", "", fault, details)), details, language);
    }

    private Optional<String> first(List<String> keys, Map<String, Object> details, Locale language) {
        Map<String, Object> values = ViolationTexts.brief(details);
        NumberFormat numbers = NumberFormat.getInstance(language);
        values.replaceAll((name, value) -> value instanceof Number number ? numbers.format(number) : value);
        return keys.stream()
                .flatMap(key -> messages.find(language, key, values).stream())
                .findFirst();
    }

    /** The same, with the name of its field where there is one. */
    String line(Violation violation, Locale language) {
        String field = ViolationTexts.brief(violation.field());
        return (field.isEmpty() ? "" : field + " – ") + text(violation, language);
    }

    /** From the most to the least special. */
    private static List<String> keys(Violation violation) {
        String key = PREFIX + violation.fault().code();
        List<String> keys = new ArrayList<>();
        if (violation.field().matches("[A-Za-z]+")) {
            keys.add(key + "." + violation.field());
        }
        if (violation.details().containsKey("expected")) {
            keys.add(key + "." + violation.details().get("expected"));
        }
        keys.add(key);
        return keys;
    }
}
