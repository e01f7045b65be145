package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** All API tokens of one user, the newest first. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record TokenListV2(List<TokenV2> items) {}
