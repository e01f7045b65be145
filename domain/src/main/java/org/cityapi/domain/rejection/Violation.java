package org.cityapi.domain.rejection;

import java.util.Map;

/**
 * One fault in the values of a request.
 *
 * @param field the name of the field or parameter, as the contract spells it; empty for the whole
 * @param pointer where in the body the fault stands, as a JSON Pointer (RFC 6901); empty for the whole, or a parameter
 * @param fault what is wrong; its code is a message key in every language
 * @param details what the message tells: limits, or the value refused
 */
public record Violation(String field, String pointer, Fault fault, Map<String, Object> details) {

    public Violation {
        details = Map.copyOf(details);
    }
}
