package org.santral.e2e;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Goes into a running Java machine and takes all its memory.
public final class MemoryEater {
    private MemoryEater() {}

    /// Called by the machine that was entered.
    public static void agentmain(String unused) {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[1 << 20]);
        }
    }

    /// Returns when the process is gone.
    static void into(ProcessHandle process) {
        try {
            Path jar = Files.createTempFile("memory-eater", ".jar");
            try {
                pack(jar);
                VirtualMachine.attach("" + process.pid()).loadAgent(jar.toString());
            } catch (IOException | com.sun.tools.attach.AgentLoadException died) {
                // It died before it could answer, as it should.
            } finally {
                process.onExit().join();
                Files.delete(jar);
            }
        } catch (IOException | AttachNotSupportedException | com.sun.tools.attach.AgentInitializationException e) {
            throw new IllegalStateException("no way into " + process, e);
        }
    }

    private static void pack(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", MemoryEater.class.getName());
        String file = MemoryEater.class.getName().replace('.', '/') + ".class";
        try (OutputStream to = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(to, manifest);
                var code = MemoryEater.class.getResourceAsStream("/" + file)) {
            entries.putNextEntry(new JarEntry(file));
            java.util.Objects.requireNonNull(code, file).transferTo(entries);
            entries.closeEntry();
        }
    }
}
