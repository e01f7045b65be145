/** Parts of HTTP: entity tags, JSON bodies, query parameters, streams. */
@NullMarked
package org.cityapi.web.http;

import org.jspecify.annotations.NullMarked;
