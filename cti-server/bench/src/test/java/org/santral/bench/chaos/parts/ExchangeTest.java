package org.santral.bench.chaos.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExchangeTest {
    /// As Asterisk 22 shows it.
    private static final String SHOWN = """
            Parking Lot: default
            --------------------------------------------------------------------------
            Parking Extension   :  700
            Parking Context     :  parkedcalls
            Parking Spaces      :  701-720
            Parking Time        :  45 sec
            Comeback to Origin  :  yes
            MusicOnHold Class   :
            Enabled             :  yes
            Dynamic             :  no

            Parked Calls
            ------------

              Space               :  701
              Channel             :  PJSIP/trunk-0000001a
              Parker Dial String  :  PJSIP/1009

              Space               :  702
              Channel             :  PJSIP/trunk-0000001e
              Parker Dial String  :  PJSIP/1012

            """;

    @Test
    void aCallerIsFoundByThePhoneThatParkedThem() {
        assertThat(Exchange.place(SHOWN, "1012")).isEqualTo("702");
        assertThat(Exchange.place(SHOWN, "1009")).isEqualTo("701");
        assertThat(Exchange.place(SHOWN, "1010")).isNull();
        assertThat(Exchange.place("", "1010")).isNull();
    }
}
