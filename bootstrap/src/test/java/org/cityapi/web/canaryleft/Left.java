package org.cityapi.web.canaryleft;

import org.cityapi.web.canaryright.Right;

/** One half of a circle. */
public final class Left {

    private Left() {}

    public static Class<?> other() {
        return Right.class;
    }
}
