package org.santral.pbxconfig.asterisk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.santral.pbxconfig.site.Phone;
import org.santral.pbxconfig.site.SitePlan;

/// The passwords of a site, which never stand in its `site.yaml`.
public record Secrets(Map<String, String> byName) {

    public static final String EVENTS = "AMI_SECRET";
    public static final String COMMANDS = "AMI_CMD_SECRET";
    public static final String RECORDER = "AMI_RECORDER_SECRET";

    /// Of the exchange's account in the ledger's database.
    public static final String LEDGER_WRITER = "LEDGER_WRITER_SECRET";

    /// Of the CTI server's account there.
    public static final String LEDGER_READER = "LEDGER_READER_SECRET";

    public Secrets {
        byName = Map.copyOf(byName);
    }

    /// The names of the secrets that a site needs.
    public static List<String> wanted(SitePlan plan) {
        List<String> names = new ArrayList<>(List.of(EVENTS, COMMANDS, RECORDER));
        if (plan.exchange().services().ledger().database() != null) {
            names.addAll(List.of(LEDGER_WRITER, LEDGER_READER));
        }
        plan.desks().phones().stream().filter(Phone::registers).forEach(phone -> names.add(of(phone)));
        return names;
    }

    static String of(Phone phone) {
        return "PHONE_" + phone.extension() + "_SECRET";
    }

    String get(String name) {
        String secret = byName.get(name);
        if (secret == null) {
            throw new IllegalStateException("no secret named " + name + "; Secrets.wanted names all that are needed");
        }
        return secret;
    }

    /// Keeps the secrets out of logs.
    @Override
    public String toString() {
        return "Secrets" + byName.keySet();
    }
}
