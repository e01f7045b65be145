/** Takes files of cities in, and takes them back. */
@NullMarked
package org.cityapi.application.imports;

import org.jspecify.annotations.NullMarked;
