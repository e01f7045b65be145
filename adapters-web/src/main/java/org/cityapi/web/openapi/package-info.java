/** The OpenAPI documents, one for each version of the API. */
@NullMarked
package org.cityapi.web.openapi;

import org.jspecify.annotations.NullMarked;
