package org.santral.server.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.santral.server.settings.WrongSetting;

class RecordingFolderTest {
    @Test
    void aFolderThatIsNotThereIsSaidWithItsMend() {
        assertThatThrownBy(() -> new RecordingFolder(Path.of("no/such/folder")))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("santral.recordings.folder=no/such/folder: is no folder that can be read."
                        + " Name the folder into which the exchange records, or leave it out.");
    }

    @Test
    void withoutAFolderRecordingsAreOnlyNamed() {
        RecordingFolder none = new RecordingFolder(null);

        assertThat(none.known()).isFalse();
        assertThat(none.find("1795580001.1.wav")).isEmpty();
        assertThat(none.files()).isEmpty();
    }
}
