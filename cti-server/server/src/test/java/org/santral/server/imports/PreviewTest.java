package org.santral.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is shown of a file's cells.
class PreviewTest {
    @ParameterizedTest
    @ValueSource(ints = {197, 198, 199, 200})
    void aLongCellIsCutBetweenTwoCharactersAndNotInsideOne(int before) {
        String cut = Preview.cut("a".repeat(before) + "\uD83D\uDE00" + "b".repeat(9));

        assertThat(cut).hasSizeLessThanOrEqualTo(200).endsWith("…");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut)).isTrue();
    }
}
