package org.santral.server.recordings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.AbstractResource;

/// A recording to be listened to. One that the exchange could not close gets the head it should have, so that it
/// is heard as far as it goes.
final class AudioFile extends AbstractResource {
    private final Path file;
    private final WavLook look;

    private AudioFile(Path file, WavLook look) {
        this.file = file;
        this.look = look;
    }

    static AudioFile of(Path file) throws IOException {
        return new AudioFile(file, WavLook.at(file, 0));
    }

    @Override
    public long contentLength() {
        byte[] head = look.head();
        return head == null ? look.bytes() : head.length + look.bytes() - look.body();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        byte[] head = look.head();
        InputStream all = Files.newInputStream(file);
        if (head == null) {
            return all;
        }
        all.skipNBytes(look.body());
        return new SequenceInputStream(new ByteArrayInputStream(head), all);
    }

    @Override
    public String getFilename() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public String getDescription() {
        return "recording " + file;
    }
}
