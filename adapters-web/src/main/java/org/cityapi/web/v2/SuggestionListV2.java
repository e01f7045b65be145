package org.cityapi.web.v2;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Suggestions as version 2 sends them. */
@Serdeable.Serializable
record SuggestionListV2(List<SuggestionV2> items) {}
