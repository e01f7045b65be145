package org.cityapi.application;

import org.cityapi.domain.change.LoggedChange;
import org.jspecify.annotations.Nullable;

/**
 * A change of the log, and the name of whoever made it.
 *
 * @param maker as he is called now; null for the register's own doing
 */
public record NamedChange(LoggedChange logged, @Nullable String maker) {}
