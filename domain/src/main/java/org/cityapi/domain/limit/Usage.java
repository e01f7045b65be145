package org.cityapi.domain.limit;

import java.time.Duration;

/**
 * What is left of a quota.
 *
 * @param allowed whether the use was counted; for a look, whether the next would be
 * @param left how many more uses the window allows, 0 or more
 * @param reset how long until the window ends; more than zero
 */
public record Usage(boolean allowed, int left, Duration reset) {}
