package org.santral.server.directory.outside.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.Fields;
import org.santral.server.directory.outside.entry.Secret;
import org.santral.server.directory.outside.entry.WrittenForms;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings under `….ldap`.
///
/// @param url `ldap://host` or `ldaps://host`, with a port where it is not 389 or 636
/// @param startTls turns an `ldap://` connection into an encrypted one before anything is said
/// @param trust PEM file of the certificates that are trusted instead of the machine's own
/// @param bindDn as whom it is asked; empty: anonymously
/// @param filter RFC 4515; `{number}` stands for each of `forms` in turn, `{e164}` and the like for that form
/// @param fields which attribute is which field of a card
public record LdapSettings(
        @DefaultValue("") String url,
        @DefaultValue("false") boolean startTls,
        @Nullable Path trust,
        @DefaultValue("") String bindDn,
        @Nullable String password,
        @Nullable Path passwordFile,
        @DefaultValue("") String base,

        @DefaultValue("(|(telephoneNumber={number})(mobile={number}))")
        String filter,

        @DefaultValue({"e164", "digits", "national", "significant", "international", "display"})
        List<WrittenForms> forms,

        @DefaultValue Map<String, String> fields) {

    private static final Map<String, String> DEFAULTS = Map.of(
            Fields.NAME,
            "cn",
            "company",
            "o",
            "language",
            "preferredLanguage",
            Fields.NUMBERS,
            "telephoneNumber mobile homePhone");

    /// @param at the settings' key, such as `santral.directories.list[0].ldap`
    public List<String> wrong(String at) {
        List<String> wrong = new ArrayList<>(Fields.wrong(at + ".fields", fields));
        if (!url.matches("ldaps?://([\\w.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?/?")) {
            wrong.add(at + ".url=" + url + ": is no address of an LDAP server. Write ldap://HOST or ldaps://HOST.");
        } else if (port() < 1 || port() > 65_535) {
            wrong.add(at + ".url=" + url + ": has no such port. Write a number from 1 to 65535 behind the colon.");
        }
        if (startTls && url.startsWith("ldaps:")) {
            wrong.add(at + ".start-tls=true: is of no use with ldaps://. Leave one of the two out.");
        }
        if (trust != null && !Files.isReadable(trust)) {
            wrong.add(at + ".trust=" + trust + ": cannot be read. Name a PEM file of certificates.");
        }
        dn(wrong, at + ".base", base);
        dn(wrong, at + ".bind-dn", bindDn);
        if (!bindDn.isEmpty() && secret(wrong, at).isEmpty()) {
            wrong.add(at + ".password=: is missing. Set it, or name a file in " + at + ".password-file.");
        }
        if (!bindDn.isEmpty() && !startTls && url.startsWith("ldap:") && !isLoopback()) {
            wrong.add(at + ".bind-dn=" + bindDn
                    + ": its password would cross the network in the clear. Use ldaps://, or set start-tls=true.");
        }
        if (forms.isEmpty()) {
            wrong.add(at + ".forms=: is empty. Write one or more of " + words() + ".");
        } else {
            LdapFilters.wrong(wrong, at + ".filter", filter, forms);
        }
        return wrong;
    }

    private static void dn(List<String> wrong, String key, String dn) {
        try {
            new DN(dn);
        } catch (LDAPException e) {
            wrong.add(key + "=" + dn + ": is no distinguished name. Write one such as dc=example,dc=com.");
        }
    }

    private static String words() {
        return String.join(
                ", ",
                List.of(WrittenForms.values()).stream().map(WrittenForms::word).toList());
    }

    private boolean isLoopback() {
        return host().equals("localhost") || host().startsWith("127.") || host().equals("::1");
    }

    Secret secret(List<String> wrong, String at) {
        return Secret.of(wrong, at + ".password", password, passwordFile);
    }

    boolean encrypted() {
        return url.startsWith("ldaps:");
    }

    String host() {
        return url.replaceFirst("^ldaps?://", "")
                .replaceFirst("/$", "")
                .replaceFirst("(:\\d+)$", "")
                .replaceAll("[\\[\\]]", "");
    }

    int port() {
        String port = url.replaceFirst("/$", "").replaceFirst("^.*?(:(\\d+))?$", "$2");
        return port.isEmpty() ? (encrypted() ? 636 : 389) : Integer.parseInt(port);
    }

    Fields mapped() {
        return Fields.of(fields, DEFAULTS);
    }

    /// For people: nothing of it is secret.
    public String where() {
        return url.replaceFirst("/$", "") + "/" + base;
    }

    /// Keeps the password out of logs.
    @Override
    public String toString() {
        return "Ldap[" + where() + "]";
    }
}
