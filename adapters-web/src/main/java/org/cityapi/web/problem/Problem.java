package org.cityapi.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it, {@code application/problem+json}.
 *
 * @param type the address of a page that explains this kind of problem
 * @param title the kind in a few words, in the reader's language
 * @param status the answer's status
 * @param detail this very case, in the reader's language
 * @param instance the path that was asked for; absent when it could not be read
 * @param requestId finds the request in the log
 * @param errors what is wrong with the request's values; absent for other problems
 * @param current the present state, where a write meant another one; absent for other problems
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.NON_NULL)
@OpenAPIExtraSchema
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String requestId,
        @Nullable List<ValueError> errors,
        @Nullable Object current) {

    /**
     * One value that is wrong.
     *
     * @param field the property or parameter; empty for the whole
     * @param pointer where in the body it stands (RFC 6901); empty for the whole, or a parameter
     * @param code what is wrong, for programs
     * @param message what is wrong, for people
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ValueError(String field, String pointer, String code, String message) {}
}
