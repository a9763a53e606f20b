package org.santral.pbxconfig.asterisk;

import java.util.List;
import java.util.stream.Collectors;

/// `cel_custom.conf`: the ledger, one line for each step of each channel, in `cel-custom/ledger.cel` of the
/// log folder.
///
/// Asterisk opens the file for every line, so that it can be renamed at any time. Whatever people or peers can
/// write is encoded: no line break, comma or quote of theirs reaches the file. A line begins with a tilde and
/// ends with one, which the encoding does not know: what a crash cut off is told from what is whole. A full
/// stop stands before each encoded value, because Asterisk warns of each empty one.
final class CelCustomConf {

    private static final String FILE = "ledger.cel";
    private static final List<String> PLAIN =
            List.of("${eventtype}", "${eventtime}", "${CHANNEL(uniqueid)}", "${CHANNEL(linkedid)}");
    private static final List<String> ENCODED = List.of(
            "${CHANNEL(channame)}",
            "${CALLERID(num)}",
            "${CALLERID(name)}",
            "${CALLERID(DNID)}",
            "${CHANNEL(exten)}",
            "${CHANNEL(context)}",
            "${CHANNEL(appname)}",
            "${CHANNEL(appdata)}",
            "${BRIDGEPEER}",
            "${userdeftype}",
            "${eventextra}");

    private CelCustomConf() {}

    static String text() {
        Conf conf = new Conf("The ledger: each channel's steps, one a line.");
        conf.section("mappings");
        String encoded = ENCODED.stream()
                .map(field -> "${BASE64_ENCODE(." + field + ")}")
                .collect(Collectors.joining(","));
        conf.line(FILE + " => ~1," + String.join(",", PLAIN) + "," + encoded + ",~");
        return conf.text();
    }
}
