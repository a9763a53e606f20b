package org.santral.server.directory.outside.carddav;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.Secret;
import org.santral.server.directory.outside.http.Addresses;
import org.santral.server.directory.outside.http.HttpSettings;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings under `….card-dav`.
///
/// @param url of the address book itself, such as `https://dav.example.com/company/contacts/`
/// @param user as whom it is read; empty: nobody
/// @param refresh how often it is brought into step
/// @param mostCards more than these are not taken
/// @param trust PEM file of the certificates that are trusted instead of the machine's own
public record CardDavSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @Nullable String password,
        @Nullable Path passwordFile,
        @DefaultValue("5m") Duration refresh,
        @DefaultValue("100000") int mostCards,
        @Nullable Path trust) {

    /// @param at the settings' key, such as `santral.directories.list[0].card-dav`
    public List<String> wrong(String at, Addresses addresses) {
        List<String> wrong = new ArrayList<>();
        HttpSettings.address(wrong, at + ".url", url, addresses);
        Secret secret = Secret.of(wrong, at + ".password", password, passwordFile);
        if (!user.isEmpty() && secret.isEmpty()) {
            wrong.add(at + ".password=: is missing. Set it, or name a file in " + at + ".password-file.");
        }
        if (user.contains(":") || user.chars().anyMatch(Character::isISOControl)) {
            wrong.add(at + ".user=" + user + ": has a colon or a control character. Write it without.");
        }
        if (refresh.compareTo(Duration.ofSeconds(1)) < 0 || refresh.compareTo(Duration.ofDays(1)) > 0) {
            wrong.add(at + ".refresh=" + refresh.toSeconds() + "s: is out of range. Write 1s to 1d.");
        }
        if (mostCards < 1 || mostCards > 1_000_000) {
            wrong.add(at + ".most-cards=" + mostCards + ": is out of range. Write a number from 1 to 1000000.");
        }
        if (trust != null && !Files.isReadable(trust)) {
            wrong.add(at + ".trust=" + trust + ": cannot be read. Name a PEM file of certificates.");
        }
        return wrong;
    }

    URI address() {
        return URI.create(url.endsWith("/") ? url : url + "/");
    }

    /// RFC 7617; null where there is no user.
    @Nullable
    String authorization() {
        if (user.isEmpty()) {
            return null;
        }
        String secret = Secret.of(new ArrayList<>(), "", password, passwordFile).value();
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /// For people: nothing of it is secret.
    public String where() {
        return url.replaceFirst("[?].*", "");
    }

    /// Keeps the password out of logs.
    @Override
    public String toString() {
        return "CardDav[" + where() + "]";
    }
}
