package org.santral.phones.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.santral.phones.AnswerMode;
import org.santral.phones.PhoneBench;

class OptionsTest {
    private static Options parse(String line) throws WrongOption {
        return Options.parse(List.of(line.split(" ")));
    }

    @Test
    void aNetIsEnough() throws WrongOption {
        assertThat(parse("--net 21"))
                .isEqualTo(new Options(
                        21,
                        PhoneBench.at(21, 0, 1),
                        0,
                        new AnswerMode.AtTheDesk(),
                        0,
                        List.of("1001", "1002", "1003", "1004"),
                        null));
    }

    @Test
    void everyOptionCounts() throws WrongOption {
        assertThat(parse("--pbx 127.22.1.4:5070 --net 21 --http 8090 --answer after:3s --demo-calls 10/min"
                        + " --phones 1001,1254 --seed 7"))
                .isEqualTo(new Options(
                        21,
                        new InetSocketAddress("127.22.1.4", 5070),
                        8090,
                        new AnswerMode.After(Duration.ofSeconds(3)),
                        10,
                        List.of("1001", "1254"),
                        7L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                --http 80                  | --net is missing
                --net                      | --net needs a value
                --net 0                    | --net 0 is out of range
                --net 255                  | from 1 to 254
                --net x                    | --net x is out of range
                --net 20 --fast            | unknown option --fast
                --net 20 --http 70000      | --http 70000 is out of range
                --net 20 --pbx 192.0.2.1   | is no address on loopback
                --net 20 --pbx localhost   | is no address on loopback
                --net 20 --pbx 127.0.0.999 | is no address on loopback
                --net 20 --pbx 127.0.0.1:0 | is no address on loopback
                --net 20 --pbx 127.0.0.1:99999 | is no address on loopback
                --net 20 --answer loudly   | write desk, after:3s
                --net 20 --answer after:x  | is no way to answer
                --net 20 --demo-calls 121  | 120/min the most
                --net 20 --demo-calls -1   | is no rate
                --net 20 --phones 1001,1001 | is no list of extensions
                --net 20 --phones 1000     | is no list of extensions
                --net 20 --phones 1999     | is no list of extensions
                --net 20 --phones 1001,    | is no list of extensions
                """)
    void aWrongOptionIsNamedWithItsMendOnOneLine(String line, String said) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(WrongOption.class)
                .hasMessageContaining(said)
                .hasMessageMatching(".+ - .+");
    }

    @Test
    void theHelpNamesEveryOption() {
        assertThat(Options.HELP).contains("--net", "--pbx", "--http", "--answer", "--demo-calls", "--phones", "--seed");
    }
}
