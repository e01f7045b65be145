/** What is particular to SQLite: its settings, its failures and the state of its file. */
@NullMarked
package org.cityapi.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
