package org.santral.phones.loop;

/// Something that will happen on the loop unless it is called off before. To be called off on the loop only.
public final class Alarm {
    private final Runnable what;
    private final long dueNanos;
    private boolean calledOff;

    Alarm(Runnable what, long dueNanos) {
        this.what = what;
        this.dueNanos = dueNanos;
    }

    public void callOff() {
        calledOff = true;
    }

    void ring() {
        if (!calledOff) {
            what.run();
        }
    }

    long dueNanos() {
        return dueNanos;
    }
}
