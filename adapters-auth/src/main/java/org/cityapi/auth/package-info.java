/** Who makes a request: bearer tokens and their providers. */
@NullMarked
package org.cityapi.auth;

import org.jspecify.annotations.NullMarked;
