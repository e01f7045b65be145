/** Files that wait to be imported, in a folder of this node. */
@NullMarked
package org.cityapi.persistence.files;

import org.jspecify.annotations.NullMarked;
