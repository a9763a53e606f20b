package org.santral.pbxconfig.asterisk;

/// `codecs.conf`: recordings need every voice to pass as plain samples.
///
/// Asterisk 22 leaves a voice out of a recording as long as its RTP numbers are behind those of the desk that
/// talked before: after a transfer the new desk is silent on file for up to 11 minutes. Samples have no such
/// numbers. Measured on 22.10, decision 0010; Asterisk 16 records such calls rightly.
final class CodecsConf {

    private CodecsConf() {}

    static String text() {
        Conf conf = new Conf("Codecs.");
        conf.section("plc").set("genericplc", true);
        conf.comment(
                "by way of plain samples even where both sides speak the same codec: a recording hears nobody else");
        conf.set("genericplc_on_equal_codecs", true);
        return conf.text();
    }
}
