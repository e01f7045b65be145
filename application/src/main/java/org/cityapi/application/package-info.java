/** The use cases: what people and programs do with the register. */
@NullMarked
package org.cityapi.application;

import org.jspecify.annotations.NullMarked;
