package org.santral.pbxconfig.site;

import java.util.List;

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

    /// The exchange's own account of every call, which outlives the CTI server and any gap of its link.
    public enum Ledger {
        /// None is kept.
        OFF,
        /// In files on the exchange's own disk.
        FILES
    }
}
