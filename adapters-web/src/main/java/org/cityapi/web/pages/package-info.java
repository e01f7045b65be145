/** The pages for people, rendered here on the server. */
@NullMarked
package org.cityapi.web.pages;

import org.jspecify.annotations.NullMarked;
