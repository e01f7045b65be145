/** What is told to whoever answers for security. */
@NullMarked
package org.cityapi.domain.security;

import org.jspecify.annotations.NullMarked;
