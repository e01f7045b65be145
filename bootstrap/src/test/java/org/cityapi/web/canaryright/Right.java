package org.cityapi.web.canaryright;

import org.cityapi.web.canaryleft.Left;

/** The other half of a circle. */
public final class Right {

    private Right() {}

    public static Class<?> other() {
        return Left.class;
    }
}
