/** The register over HTTP. */
@NullMarked
package org.cityapi.web;

import org.jspecify.annotations.NullMarked;
