package org.cityapi.bootstrap;

/** A setting that is wrong; the message is one line for the operator and never holds the value of a secret. */
final class BadSetting extends RuntimeException {

    BadSetting(String name, String fault) {
        super(name + " " + fault);
    }
}
