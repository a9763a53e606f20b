package org.santral.phones.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneTest {
    /// Values of ITU-T G.711 as other encoders give them.
    @ParameterizedTest
    @CsvSource({
        "0, 0xD5, 0xFF",
        "100, 0xD3, 0xF2",
        "1000, 0xFA, 0xCE",
        "-1000, 0x7A, 0x4E",
        "32767, 0xAA, 0x80",
        "-32768, 0x2A, 0x00"
    })
    void samplesAreEncodedAsG711Says(int sample, String alaw, String ulaw) {
        assertThat(Tone.alaw(sample) & 0xFF).isEqualTo(Integer.decode(alaw));
        assertThat(Tone.ulaw(sample) & 0xFF).isEqualTo(Integer.decode(ulaw));
    }
}
