/** What every other package of the domain needs: the unit of work. */
@NullMarked
package org.cityapi.domain;

import org.jspecify.annotations.NullMarked;
