package org.santral.server.imports.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what is read, and reads no more than it may.
final class CountedInput extends FilterInputStream {
    private final long most;
    private final String what;
    private long count;

    /// @param what it is, for the message when it is too long
    CountedInput(InputStream in, long most, String what) {
        super(in);
        this.most = most;
        this.what = what;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            add(1);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int some = super.read(bytes, offset, length);
        if (some > 0) {
            add(some);
        }
        return some;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long some = super.skip(wanted);
        add(some);
        return some;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void add(long some) {
        count += some;
        if (count > most) {
            throw new BrokenFile(0, "too-long", what + " has more than " + most + " bytes unpacked.");
        }
    }
}
