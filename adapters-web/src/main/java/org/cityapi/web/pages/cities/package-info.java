/** The pages on which people find, read and edit cities. */
@NullMarked
package org.cityapi.web.pages.cities;

import org.jspecify.annotations.NullMarked;
