/** The pages on which people see to API tokens and, administrators, to each other's roles. */
@NullMarked
package org.cityapi.web.pages.people;

import org.jspecify.annotations.NullMarked;
