package org.cityapi.bootstrap;

import java.io.File;

/**
 * What a process holds, as Linux tells it; nothing elsewhere.
 *
 * @param threads that run
 * @param files that are open, connections among them
 */
record ProcessHealth(int threads, int files) {

    static ProcessHealth of(ProcessHandle process) {
        return new ProcessHealth(count(process, "task"), count(process, "fd"));
    }

    private static int count(ProcessHandle process, String what) {
        String[] names = new File("/proc/" + process.pid() + "/" + what).list();
        return names == null ? 0 : names.length;
    }
}
