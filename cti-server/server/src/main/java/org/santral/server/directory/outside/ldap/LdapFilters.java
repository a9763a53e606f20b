package org.santral.server.directory.outside.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.santral.server.directory.outside.entry.WrittenForms;

/// From a filter template and a number to a filter. Whatever stands in a number stays a value: it is escaped as
/// RFC 4515 orders, and what comes out is parsed before it is sent.
final class LdapFilters {
    private static final String NUMBER = "{number}";

    private final String template;
    private final List<WrittenForms> forms;

    LdapFilters(String template, List<WrittenForms> forms) {
        this.template = template;
        this.forms = List.copyOf(forms);
    }

    static void wrong(List<String> wrong, String key, String template, List<WrittenForms> forms) {
        String example = filled(template, "+982112345678");
        if (example.equals(template) && !template.contains(NUMBER)) {
            wrong.add(key + "=" + template + ": names no number. Write {number} where it belongs, as in"
                    + " (telephoneNumber={number}).");
            return;
        }
        try {
            new LdapFilters(template, forms).of("+982112345678");
        } catch (LDAPException | IllegalArgumentException e) {
            wrong.add(key + "=" + template + ": is no filter of RFC 4515 (" + e.getMessage()
                    + "). Write one such as (telephoneNumber={number}).");
        }
    }

    Filter of(String e164) throws LDAPException {
        String filled = filled(template, e164);
        if (!filled.contains(NUMBER)) {
            return Filter.create(filled);
        }
        Set<String> alternatives = new LinkedHashSet<>();
        for (WrittenForms form : forms) {
            alternatives.add(filled.replace(NUMBER, escaped(form.of(e164))));
        }
        return Filter.create(
                alternatives.size() == 1 ? alternatives.iterator().next() : "(|" + String.join("", alternatives) + ")");
    }

    private static String filled(String template, String e164) {
        String filled = template;
        for (WrittenForms form : WrittenForms.values()) {
            String place = "{" + form.word() + "}";
            if (filled.contains(place)) {
                filled = filled.replace(place, escaped(form.of(e164)));
            }
        }
        return filled;
    }

    /// RFC 4515, section 3; everything beyond ASCII too, so that nothing depends on how it is sent.
    static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet >= ' ' && octet < 0x7f && "()*\\&|!".indexOf(octet) < 0;
            if (plain) {
                escaped.append((char) octet);
            } else {
                escaped.append('\\').append("%02x".formatted(octet & 0xff));
            }
        }
        return escaped.toString();
    }
}
