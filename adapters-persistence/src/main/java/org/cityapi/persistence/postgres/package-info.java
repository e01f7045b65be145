/** What is particular to PostgreSQL: its address, its settings, its failures and its index of names. */
@NullMarked
package org.cityapi.persistence.postgres;

import org.jspecify.annotations.NullMarked;
