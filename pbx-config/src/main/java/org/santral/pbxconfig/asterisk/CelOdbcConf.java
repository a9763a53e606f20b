package org.santral.pbxconfig.asterisk;

/// `cel_odbc.conf`: the ledger, one row for each step of each channel, in a table of its own.
///
/// `cel_odbc` asks the table for its columns and fills those it knows by name. The time goes into a column of
/// text: into one of the type `TIMESTAMP` it writes microseconds without their leading zeros.
final class CelOdbcConf {

    private CelOdbcConf() {}

    /// @param pbx the exchange's id, by which several may share the table
    static String text(String pbx) {
        Conf conf = new Conf("The ledger: each channel's steps, one a row.");
        conf.section("general");
        conf.section(ResOdbcConf.CONNECTION).set("connection", ResOdbcConf.CONNECTION);
        conf.set("table", LedgerSql.TABLE);
        conf.comment("a clock that is set back for winter tells no hour twice");
        conf.set("usegmtime", true);
        conf.line("static \"" + pbx + "\" => pbx");
        return conf.text();
    }
}
