/** The certificate that this server shows where it speaks TLS itself. */
@NullMarked
package org.cityapi.web.tls;

import org.jspecify.annotations.NullMarked;
