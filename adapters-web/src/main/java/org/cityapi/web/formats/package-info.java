/** The formats of files of cities: what a cell, a line and a whole file look like. */
@NullMarked
package org.cityapi.web.formats;

import org.jspecify.annotations.NullMarked;
