package org.santral.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings under `santral.`.
///
/// @param site path of `site.yaml`, null when nobody has set it
/// @param net moves every address of the site into 127.NET.0.0/16, as `scripts/pbx --net` does; null leaves
///     them
/// @param silentAfter how long a live call may give no sign before the administrator is told
/// @param demo null where there is no demo
@ConfigurationProperties("santral")
public record SantralSettings(
        @Nullable Path site,
        @Nullable Integer net,
        @DefaultValue Exchange pbx,
        @DefaultValue Journal journal,
        @DefaultValue Recordings recordings,
        @DefaultValue("2h") Duration silentAfter,
        @Nullable Demo demo) {

    /// What is out of its range, said so that it can be mended.
    ///
    /// @throws WrongSetting with a line for each
    void check() {
        List<String> wrong = new ArrayList<>();
        if (net != null) {
            range(wrong, "santral.net", net, 1, 254);
        }
        if (pbx.port() != 0) {
            range(wrong, "santral.pbx.port", pbx.port(), 1, 65_535);
        }
        range(wrong, "santral.journal.segment-megabytes", journal.segmentMegabytes(), 1, Integer.MAX_VALUE);
        range(wrong, "santral.journal.keep-megabytes", journal.keepMegabytes(), 1, Integer.MAX_VALUE);
        range(wrong, "santral.journal.inbox-messages", journal.inboxMessages(), 1, Integer.MAX_VALUE);
        if (!silentAfter.isPositive()) {
            wrong.add("santral.silent-after=" + silentAfter + ": is no time. Write 2h, or 30m.");
        }
        if (!wrong.isEmpty()) {
            throw new WrongSetting(wrong);
        }
    }

    private static void range(List<String> wrong, String key, int value, int least, int most) {
        if (value < least || value > most) {
            String right = most == Integer.MAX_VALUE ? least + " or more" : "a number from " + least + " to " + most;
            wrong.add(key + "=" + value + ": is out of range. Write " + right + ".");
        }
    }

    /// The link to the exchange.
    ///
    /// @param host null: the address of the site's exchange
    /// @param port 0: the port of the site's exchange
    /// @param user account of the event session, null: as the site names it
    /// @param secret of the event session; or `secretFile`, a file that holds nothing else
    /// @param commandUser account of the command session, null: as the site names it, and with one account for
    ///     both when only `user` is given
    public record Exchange(
            @Nullable String host,
            @DefaultValue("0") int port,
            @Nullable String user,
            @Nullable String secret,
            @Nullable Path secretFile,
            @Nullable String commandUser,
            @Nullable String commandSecret) {}

    /// @param dir where segments are kept
    /// @param segmentMegabytes when a new segment is begun
    /// @param keepMegabytes how much is kept, live calls excepted
    /// @param inboxMessages how many messages of the exchange wait in memory before they go over the disk
    public record Journal(
            @DefaultValue("data/journal") Path dir,
            @DefaultValue("16") int segmentMegabytes,
            @DefaultValue("2048") int keepMegabytes,
            @DefaultValue("200000") int inboxMessages) {}

    /// @param folder into which the exchange records, as this machine sees it; null: recordings are only named
    public record Recordings(@Nullable Path folder) {}

    /// @param phones where the demo's phones take orders, such as `http://127.0.0.1:8099`
    public record Demo(URI phones) {}
}
