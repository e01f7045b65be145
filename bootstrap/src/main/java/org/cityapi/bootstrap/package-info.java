/** Starts the register: reads the settings, wires the use cases, fills an empty store, opens the port. */
@NullMarked
package org.cityapi.bootstrap;

import org.jspecify.annotations.NullMarked;
