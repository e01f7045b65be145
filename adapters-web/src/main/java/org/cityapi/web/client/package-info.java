/** Who sends a request, and how: across the proxies that are trusted. */
@NullMarked
package org.cityapi.web.client;

import org.jspecify.annotations.NullMarked;
