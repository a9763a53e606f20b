package org.santral.server.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    private final PhoneNumbers inIran = new PhoneNumbers("IR", "9");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +982112345678                  | +982112345678 |     | false
                    +98 21 1234 5678               | +982112345678 |     | false
                    +98 (0) 21 1234-5678           | +982112345678 |     | false
                    02112345678                    | +982112345678 |     | false
                    (021) 1234 5678                | +982112345678 |     | false
                    021-1234-5678                  | +982112345678 |     | false
                    021.1234.5678                  | +982112345678 |     | false
                    '  02112345678   '             | +982112345678 |     | false
                    00982112345678                 | +982112345678 |     | false
                    0098 21 12345678               | +982112345678 |     | false
                    982112345678                   | +982112345678 |     | false
                    2112345678                     | +982112345678 |     | true
                    902112345678                   | +982112345678 |     | false
                    900982112345678                | +982112345678 |     | false
                    +02112345678                   | +982112345678 |     | true
                    +00982112345678                | +982112345678 |     | false
                    +9802112345678                 | +982112345678 |     | false
                    9982112345678                  | +982112345678 |     | true
                    0982112345678                  | +982112345678 |     | true
                    982112345678.0                 | +982112345678 |     | false
                    9121234567.0                   | +989121234567 |     | true
                    tel:+98-21-1234-5678           | +982112345678 |     | false
                    TEL:+98-21-1234-5678;ext=12    | +982112345678 | 12  | false
                    tel:02112345678;phone-context=+98 | +982112345678 |  | false
                    sip:+982112345678@carrier.example;user=phone | +982112345678 | | false
                    sip:%2B982112345678@10.0.0.1   | +982112345678 |     | false
                    +982112345678;ext=123          | +982112345678 | 123 | false
                    021 1234 5678 ext. 12          | +982112345678 | 12  | false
                    021 1234 5678 x12              | +982112345678 | 12  | false
                    021 1234 5678 (ext 12)         | +982112345678 | 12  | false
                    021 1234 5678 #12              | +982112345678 | 12  | false
                    ۰۲۱ ۱۲۳۴ ۵۶۷۸ داخلی ۱۲           | +982112345678 | 12  | false
                    ۰۲۱۱۲۳۴۵۶۷۸                     | +982112345678 |     | false
                    ٠٢١١٢٣٤٥٦٧٨                     | +982112345678 |     | false
                    +٩٨٢١١٢٣٤٥٦٧٨                   | +982112345678 |     | false
                    ०२११२३४५६७८                     | +982112345678 |     | false
                    ０２１１２３４５６７８          | +982112345678 |     | false
                    ＋９８２１１２３４５６７８      | +982112345678 |     | false
                    02112345678 (John Doe)         | +982112345678 |     | false
                    02112345678 (Max 5)            | +982112345678 |     | false
                    (John Doe) 02112345678         | +982112345678 |     | false
                    Office: 02112345678            | +982112345678 |     | false
                    02112345678 Acme Ltd.          | +982112345678 |     | false
                    09121234567                    | +989121234567 |     | false
                    9121234567                     | +989121234567 |     | true
                    909121234567                   | +989121234567 |     | false
                    0912 123 45 67                 | +989121234567 |     | false
                    +49 30 901820                  | +4930901820   |     | false
                    0049 30 901820                 | +4930901820   |     | false
                    4930901820                     | +4930901820   |     | true
                    +1 (212) 555-2368              | +12125552368  |     | false
                    +7 495 123-45-67               | +74951234567  |     | false
                    """)
    void everyWrittenFormOfANumberIsTheSameNumber(String written, String e164, String extension, boolean assumed) {
        var reading = inIran.read(written);

        assertThat(reading.e164()).isEqualTo(e164);
        assertThat(reading.extension()).isEqualTo(extension == null ? "" : extension);
        assertThat(reading.assumed()).isEqualTo(assumed);
    }

    @Test
    void marksOfDirectionAndControlAroundTheDigitsDoNotMatter() {
        assertThat(inIran.read("\u202a\u200e+98\u00a021\u200c12345678\u202c\r\n")
                        .e164())
                .isEqualTo("+982112345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "0",
                "9",
                "1001",
                "2001",
                "۱۰۰۱",
                "110",
                "*72",
                "*720211234567",
                "anonymous",
                "unknown",
                "<unknown>",
                "asterisk",
                "John Doe",
                "'; drop table customer; --",
                "99999999999999999999999999",
                "+999123456789",
                "00000000000"
            })
    void shortInternalAndMeaninglessTextsAreNoNumberOfAnyCountry(String written) {
        assertThat(inIran.read(written).isNumber()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +982112345678        | 021 1234 5678
                    ۰۹۱۲۱۲۳۴۵۶۷          | 0912 123 4567
                    +4930901820          | +49 30 901820
                    021 12345678 x12     | 021 1234 5678 ext. 12
                    1001                 | 1001
                    """)
    void isShownAsItsCountryWritesIt(String written, String shown) {
        assertThat(inIran.display(written)).isEqualTo(shown);
    }

    @Test
    void whatIsNoNumberIsShownWithoutMarksAndBounded() {
        assertThat(inIran.display("\u202eevil\u0000\r\n" + "x".repeat(500))).isEqualTo("evil" + "x".repeat(60));
    }

    @Test
    void eachCountryReadsItsOwnNationalForm() {
        assertThat(new PhoneNumbers("DE", "0").read("030 901820").e164()).isEqualTo("+4930901820");
        assertThat(new PhoneNumbers("DE", "0").read("0030901820").e164())
                .as("0 to get out, then 030")
                .isEqualTo("+4930901820");
        assertThat(new PhoneNumbers("DE", "0").read("4930901820").e164())
                .as("what exchanges send, and no number of Greetsiel")
                .isEqualTo("+4930901820");
        assertThat(new PhoneNumbers("US", "9").read("(212) 555-2368").e164()).isEqualTo("+12125552368");
        assertThat(new PhoneNumbers("US", "9").read("011982112345678").e164()).isEqualTo("+982112345678");
        assertThat(new PhoneNumbers("IT", "").read("06 69812345").e164())
                .as("Italy keeps its zero")
                .isEqualTo("+390669812345");
    }
}
