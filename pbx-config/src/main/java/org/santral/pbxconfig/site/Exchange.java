package org.santral.pbxconfig.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The exchange itself: where it listens and what it offers.
///
/// @param id tells this exchange from others, in every call's key
/// @param address IPv4 address on which it listens for phones, trunks and the CTI server
/// @param outsideLine what is dialled before an outside number; may be empty
public record Exchange(String id, String address, Ports ports, Ami ami, String outsideLine, Services services) {

    /// @param rtpFirst lowest UDP port of speech
    /// @param rtpLast highest UDP port of speech
    public record Ports(int sip, int ami, int rtpFirst, int rtpLast) {}

    /// The three accounts of the Asterisk Manager Interface, each with no more than it needs.
    ///
    /// @param events reads what happens; the CTI server's event session
    /// @param commands answers, hangs up, places calls; the CTI server's command session
    /// @param recorder reads everything there is, to record a scenario
    /// @param allowFrom networks in CIDR form from which the accounts may log in
    public record Ami(String events, String commands, String recorder, List<String> allowFrom) {
        public Ami {
            allowFrom = List.copyOf(allowFrom);
        }
    }

    /// @param parkSeconds how long a parked caller waits before the phone that parked is rung again
    /// @param ledger where the exchange keeps its own account of every call
    public record Services(
            boolean recording,
            boolean park,
            int parkSeconds,
            boolean conference,
            boolean transfer,
            boolean pickUp,
            Ledger ledger) {}

    /// The exchange's own account of every call, which outlives the CTI server and any gap of its link. It may
    /// be kept both ways at once: a database that is away loses what happens meanwhile, a disk does not.
    ///
    /// @param files on the exchange's own disk
    /// @param database a table of its own, null when there is none
    public record Ledger(boolean files, @Nullable LedgerDatabase database) {
        public boolean kept() {
            return files || database != null;
        }
    }

    /// A MariaDB or MySQL in which the exchange keeps its ledger, spoken to over ODBC.
    ///
    /// @param host name or IPv4 address, as seen from the exchange
    /// @param name of the database
    /// @param writer the exchange's account, which may only insert
    /// @param reader the CTI server's account, which reads and deletes what is old
    public record LedgerDatabase(String host, int port, String name, String writer, String reader) {}
}
