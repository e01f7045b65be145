/** Version 1 of the REST API: the simple contract, frozen. */
@NullMarked
package org.cityapi.web.v1;

import org.jspecify.annotations.NullMarked;
