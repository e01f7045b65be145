/** What is told to whoever answers for security, in lines of JSON. */
@NullMarked
package org.cityapi.web.audit;

import org.jspecify.annotations.NullMarked;
