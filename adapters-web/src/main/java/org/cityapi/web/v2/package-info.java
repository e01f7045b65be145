/** Version 2 of the REST API. */
@NullMarked
package org.cityapi.web.v2;

import org.jspecify.annotations.NullMarked;
