package org.santral.pbxconfig.asterisk;

import java.util.List;
import java.util.Set;

/// `modules.conf` of an Asterisk of our own: all but what needs hardware, other databases, calendars or old
/// protocols.
final class ModulesConf {

    private static final List<String> NEVER = words("""
            chan_iax2 chan_unistim chan_motif chan_console app_voicemail app_voicemail_odbc
            app_minivm app_jack res_xmpp res_calendar res_calendar_caldav res_calendar_ews
            res_calendar_exchange res_calendar_icalendar res_config_ldap res_config_pgsql
            res_config_sqlite3 res_config_odbc res_config_curl cdr_pgsql cdr_radius cdr_tds cdr_odbc
            cdr_adaptive_odbc cdr_sqlite3_custom cdr_csv cdr_custom cel_pgsql cel_radius cel_tds
            cel_odbc cel_sqlite3_custom res_snmp res_phoneprov
            res_pjsip_phoneprov_provider pbx_dundi pbx_ael pbx_lua res_smdi res_adsi app_adsiprog
            res_hep res_hep_pjsip res_hep_rtcp codec_codec2
            app_festival app_amd app_followme app_alarmreceiver app_getcpeid app_agent_pool res_stun_monitor
            res_odbc res_odbc_transaction func_odbc res_config_mysql res_pjsip_config_wizard res_clialiases
            """);

    /// In 16 chan_sip still is there and would take the port of PJSIP.
    private static final List<String> NOT_IN_16 = words("""
            chan_sip chan_skinny chan_mgcp chan_oss chan_alsa chan_phone chan_nbs
            """);

    private static final List<String> NOT_IN_22 = words("""
            res_resolver_unbound res_prometheus res_stir_shaken res_pjsip_stir_shaken res_geolocation res_pjsip_geolocation
            """);

    private static final Set<String> LEDGER_DATABASE = Set.of("cel_odbc", "res_odbc", "res_odbc_transaction");

    private ModulesConf() {}

    /// @param database whether the ledger goes into one
    static String text(AsteriskVersion version, boolean database) {
        Conf conf = new Conf("Modules.");
        conf.section("modules").set("autoload", true);
        NEVER.stream()
                .filter(module -> !database || !LEDGER_DATABASE.contains(module))
                .forEach(module -> leaveOut(conf, module));
        List<String> own = switch (version) {
            case V16 -> NOT_IN_16;
            case V22 -> NOT_IN_22;
        };
        own.forEach(module -> leaveOut(conf, module));
        return conf.text();
    }

    private static void leaveOut(Conf conf, String module) {
        conf.entry("noload", module + ".so");
    }

    private static List<String> words(String block) {
        return List.of(block.strip().split("\\s+"));
    }
}
