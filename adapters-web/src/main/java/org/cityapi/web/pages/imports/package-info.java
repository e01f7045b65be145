/** The pages on which people see what became of imports, and take them back. */
@NullMarked
package org.cityapi.web.pages.imports;

import org.jspecify.annotations.NullMarked;
