/** Keeps cities, their changes and users in a relational database: the ports of the domain over JDBC. */
@NullMarked
package org.cityapi.persistence;

import org.jspecify.annotations.NullMarked;
