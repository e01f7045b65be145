package org.cityapi.web.problem;

import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A refusal as version 1 tells it.
 *
 * @param error {@code Not Found} and the like; for 400 what is wrong, in English
 */
@Serdeable.Serializable
@OpenAPIExtraSchema
record VersionOneError(String error) {}
