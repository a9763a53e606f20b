package org.santral.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.santral.pbxconfig.site.Exchange;

/// How to log in to the exchange: what the settings say, completed from the site.
public record ExchangeAccess(
        String host, int port, String user, String secret, String commandUser, String commandSecret) {

    public static ExchangeAccess of(SantralSettings.Exchange settings, Exchange site) {
        String secret = secret(settings);
        refuseLineBreak("santral.pbx.secret", secret);
        refuseLineBreak("santral.pbx.user", settings.user());
        refuseLineBreak("santral.pbx.command-user", settings.commandUser());
        refuseLineBreak("santral.pbx.command-secret", settings.commandSecret());
        boolean oneAccount = settings.user() != null && settings.commandUser() == null;
        String user = settings.user() == null ? site.ami().events() : settings.user();
        return new ExchangeAccess(
                settings.host() == null ? site.address() : settings.host(),
                settings.port() == 0 ? site.ports().ami() : settings.port(),
                user,
                secret,
                oneAccount ? user : settings.commandUser() == null ? site.ami().commands() : settings.commandUser(),
                settings.commandSecret() == null ? secret : settings.commandSecret());
    }

    /// On the wire it would be a second header. The value is not repeated: it may be a secret.
    private static void refuseLineBreak(String key, @Nullable String value) {
        if (value != null && (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0)) {
            throw new WrongSetting(key, "…", "has a line break", "Write it without.");
        }
    }

    private static String secret(SantralSettings.Exchange settings) {
        @Nullable String secret = settings.secret();
        if (secret != null && !secret.isEmpty()) {
            return secret;
        }
        Path file = settings.secretFile();
        if (file == null) {
            throw new WrongSetting(
                    "santral.pbx.secret",
                    "",
                    "is missing",
                    "Set it (environment: SANTRAL_PBX_SECRET) or name a file in santral.pbx.secret-file.");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new WrongSetting(
                    "santral.pbx.secret-file", file, "cannot be read", "Name a file that holds the secret.");
        }
    }
}
