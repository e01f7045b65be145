/** The pages on which people prepare imports, see what became of them, and take them back. */
@NullMarked
package org.cityapi.web.pages.imports;

import org.jspecify.annotations.NullMarked;
