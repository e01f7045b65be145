package org.cityapi.domain.rejection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the faults of one request, so that the caller is told all of them, up to {@link #MAX}, at once. */
public final class Violations {

    /** How many faults are told: a body may have some hundred thousand. */
    public static final int MAX = 100;

    private final List<Violation> found;
    private final boolean inBody;
    private final Set<String> fields = new HashSet<>();

    private Violations(List<Violation> found, boolean inBody) {
        this.found = found;
        this.inBody = inBody;
    }

    /** For the values of a body, or of one that was read already. */
    public Violations() {
        this(new ArrayList<>(), true);
    }

    /** For the parameters of a request: they stand in no body that a pointer could lead into. */
    public static Violations ofParameters() {
        return new Violations(new ArrayList<>(), false);
    }

    /** For the body of a request whose parameters have these faults: they are told first, and judge no field of it. */
    public static Violations behind(Violations parameters) {
        return new Violations(new ArrayList<>(parameters.found), true);
    }

    /** Adds a fault of a whole field, whose pointer is its name, or of a parameter, which has none. */
    public void add(String field, Fault fault, Map<String, Object> details) {
        add(field, inBody ? pointerTo(field) : "", fault, details);
    }

    public void add(String field, Fault fault) {
        add(field, fault, Map.of());
    }

    /** Adds a fault of a member of the body, whose name may be empty: its pointer is not that of the whole. */
    public void addOfMember(String name, Fault fault) {
        add(name, "/" + escaped(name), fault, Map.of());
    }

    /** Adds a fault that stands deeper in the body than its field's name tells. */
    public void add(String field, String pointer, Fault fault, Map<String, Object> details) {
        fields.add(field);
        Violation violation = new Violation(field, pointer, fault, details);
        if (found.contains(violation)) {
            return;
        }
        if (found.size() < MAX) {
            found.add(violation);
        } else if (found.size() == MAX) {
            found.add(new Violation("", "", Fault.MORE, Map.of("max", MAX)));
        }
    }

    /** The faults that were added, in that order, each once. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /** Whether a fault of this field was added: further checks of it would only repeat that. */
    public boolean has(String field) {
        return fields.contains(field);
    }

    /** @throws Rejection.Invalid with all that was added, if anything was */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw asRejection();
        }
    }

    /** All that was added as a refusal. */
    public Rejection asRejection() {
        return new Rejection.Invalid(found);
    }

    private static String pointerTo(String field) {
        return field.isEmpty() ? "" : "/" + escaped(field);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
