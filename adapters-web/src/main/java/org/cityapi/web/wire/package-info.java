/** What is settled on a connection before Micronaut sees a request, and after it has answered. */
@NullMarked
package org.cityapi.web.wire;

import org.jspecify.annotations.NullMarked;
