package org.cityapi.bootstrap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cityapi.domain.rejection.Violation;
import org.cityapi.web.Messages;
import org.cityapi.web.http.QueryParameters;
import org.cityapi.web.problem.ViolationTexts;
import org.jspecify.annotations.Nullable;

/** The options of a command, under the names of the parameters that mean the same over HTTP. */
final class GivenOptions {

    private final Map<String, List<String>> given = new LinkedHashMap<>();

    /** Adds one, unless it is not given. */
    GivenOptions with(String parameter, @Nullable String value) {
        return value == null ? this : with(parameter, List.of(value));
    }

    GivenOptions with(String parameter, List<String> values) {
        if (!values.isEmpty()) {
            given.put(parameter, values);
        }
        return this;
    }

    QueryParameters judged(Set<String> repeatable) {
        return QueryParameters.of(given, repeatable);
    }

    /** @throws BadCommand with a line for each fault that was noted */
    static void refuseFaulty(QueryParameters parameters, Locale language) {
        List<Violation> found = parameters.violations().found();
        if (!found.isEmpty()) {
            ViolationTexts texts = new ViolationTexts(new Messages());
            throw new BadCommand(found.stream()
                    .map(violation -> option(violation.field()) + ": " + texts.text(named(violation), language))
                    .map(Printer::plain)
                    .collect(Collectors.joining("\n")));
        }
    }

    /** A fault may name a second parameter. */
    private static Violation named(Violation violation) {
        Map<String, Object> details = new HashMap<>(violation.details());
        details.computeIfPresent("other", (name, other) -> option(String.valueOf(other)));
        return new Violation(violation.field(), violation.pointer(), violation.fault(), details);
    }

    /** {@code --min-population} for {@code minPopulation}. */
    private static String option(String parameter) {
        return "--" + parameter.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
