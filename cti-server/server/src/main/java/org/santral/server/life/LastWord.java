package org.santral.server.life;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens when a thread of the server ends by a fault that nobody caught: a server without its loop or its
/// history would look alive and be none. It dies at once, so that whoever started it starts it again, and the
/// journal gives everything back.
public final class LastWord implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LastWord.class);
    /// Of `sysexits.h`: internal software error.
    private static final int SOFTWARE = 70;

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        try {
            LOG.error("The thread {} has ended by a fault", thread.getName(), fault);
        } finally {
            if (fault instanceof Error && !thread.isVirtual()) {
                Runtime.getRuntime().halt(SOFTWARE);
            }
        }
    }
}
