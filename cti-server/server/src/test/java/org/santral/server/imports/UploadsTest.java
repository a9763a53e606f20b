package org.santral.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where files wait.
class UploadsTest {
    @TempDir
    Path folder;

    @Test
    void whatWasReceivedInHalvesIsForgottenAndWhatWaitsIsNot() throws IOException {
        Uploads before = new Uploads(new ImportSettings(folder.resolve("files"), 1));
        before.forgetHalves();
        before.keep(before.receive(new ByteArrayInputStream(new byte[] {1})), 7);
        before.receive(new ByteArrayInputStream(new byte[] {2}));

        Uploads next = new Uploads(new ImportSettings(folder.resolve("files"), 1));
        next.forgetHalves();

        assertThat(folder.resolve("files")).isDirectoryNotContaining("glob:**/coming-*");
        assertThat(Files.readAllBytes(next.of(7))).containsExactly(1);
    }

    @Test
    void whatIsCutOffLeavesNothing() {
        InputStream cut = new InputStream() {
            private int left = 10;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("cut off");
                }
                return 'x';
            }
        };
        Uploads uploads = new Uploads(new ImportSettings(folder, 1));

        assertThatThrownBy(() -> uploads.receive(cut)).isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
