package org.santral.server.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.santral.server.recordings.WavLook.Trouble;

class WavLookTest {
    @TempDir
    private Path folder;

    @Test
    void aWholeFileHasItsLengthAndNoTrouble() throws IOException {
        WavLook look = WavLook.at(Wav.whole(5_000).in(folder, "a.wav"), 5_200);

        assertThat(look.trouble()).isNull();
        assertThat(look.lengthMillis()).isEqualTo(5_000);
        assertThat(look.bytes()).isEqualTo(80_044);
        assertThat(look.head()).isNull();
    }

    @Test
    void aFileThatAKilledExchangeLeftIsNotClosedAndHeardAsFarAsItGoes() throws IOException {
        Path file = Wav.notClosed(4_000).in(folder, "a.wav");

        assertThat(WavLook.at(file, 4_000).trouble()).isEqualTo(Trouble.NOT_CLOSED);
        assertThat(WavLook.at(file, 4_000).lengthMillis()).isEqualTo(4_000);
        assertThat(AudioFile.of(file).contentLength()).isEqualTo(64_044);
        assertThat(AudioFile.of(file).getInputStream().readAllBytes())
                .isEqualTo(Files.readAllBytes(Wav.whole(4_000).in(folder, "b.wav")));
    }

    @Test
    void aHeadThatSaysMoreThanThereIsMeansCut() throws IOException {
        Path file = new Wav(1_000, 160_000).in(folder, "a.wav");

        assertThat(WavLook.at(file, 0).trouble()).isEqualTo(Trouble.CUT);
        assertThat(AudioFile.of(file).getInputStream().readAllBytes())
                .isEqualTo(Files.readAllBytes(Wav.whole(1_000).in(folder, "b.wav")));
    }

    @Test
    void aFileFarShorterThanTheTalkIsShort() throws IOException {
        Path file = Wav.whole(60_000).in(folder, "a.wav");

        assertThat(WavLook.at(file, 68_000).trouble()).isNull();
        assertThat(WavLook.at(file, 70_000).trouble()).isEqualTo(Trouble.SHORT);
    }

    @Test
    void whatIsNoWavIsSaidSo() throws IOException {
        assertThat(WavLook.at(Files.writeString(folder.resolve("a.wav"), ""), 0).trouble())
                .isEqualTo(Trouble.EMPTY);
        assertThat(WavLook.at(Files.writeString(folder.resolve("b.wav"), "RIFF"), 0)
                        .trouble())
                .isEqualTo(Trouble.NO_WAV);
        assertThat(WavLook.at(Files.writeString(folder.resolve("c.wav"), "<html>".repeat(900)), 0)
                        .trouble())
                .isEqualTo(Trouble.NO_WAV);
        assertThat(WavLook.at(Files.writeString(folder.resolve("d.mp3"), "anything"), 0)
                        .trouble())
                .isNull();
    }
}
