package org.santral.bench.chaos.parts;

import java.io.IOException;

/// Signals to a process, as a power cut or an operator would have them.
final class Killing {
    private Killing() {}

    /// Without farewell; returns when it is gone.
    static void kill(long pid) throws IOException {
        ProcessHandle process =
                ProcessHandle.of(pid).orElseThrow(() -> new IOException("there is no process " + pid + " to kill"));
        process.destroyForcibly();
        process.onExit().join();
    }

    /// @param name such as `STOP`
    static void signal(long pid, String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("process " + pid + " cannot be sent " + name);
        }
    }
}
