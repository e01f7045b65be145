package org.cityapi.web.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Suggestions as version 2 sends them. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SuggestionListV2(List<SuggestionV2> items) {}
