package org.santral.server.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.rest.Fault;
import org.santral.server.rest.JsonBody;
import org.santral.server.rest.JsonFields;

/// A customer as REST writes it: what was read may be sent back whole.
final class CustomerBody {
    private CustomerBody() {}

    /// @param faults where wrong types and unknown properties are noted
    static CustomerForm form(JsonBody body, List<Fault> faults) {
        JsonFields json = JsonFields.of(body, faults);
        CustomerForm form = new CustomerForm(
                json.text("kind"),
                json.text("name"),
                json.text("sayAs"),
                company(json.object("company")),
                json.text("segment"),
                owner(json.object("owner")),
                json.text("language"),
                json.text("warning"),
                json.flag("doNotCall", false),
                json.objects("numbers", (number, _) -> number(number)),
                mails(json),
                json.objects("addresses", (address, _) -> address(address)),
                json.texts("tags"),
                json.objects("consents", (consent, _) -> consent(consent)),
                fields(json.object("fields")),
                json.text("source"),
                json.text("sourceKey"));
        json.nothingElse("id", "version", "createdAt", "changedAt", "mergedInto");
        return form;
    }

    /// The same, of this source whatever the body says; when it says another one, that is a fault.
    static CustomerForm from(CustomerForm form, Customers.Source source, List<Fault> faults) {
        differs("source", form.source(), source.name(), faults);
        differs("sourceKey", form.sourceKey(), source.key(), faults);
        return new CustomerForm(
                form.kind(),
                form.name(),
                form.sayAs(),
                form.company(),
                form.segment(),
                form.owner(),
                form.language(),
                form.warning(),
                form.doNotCall(),
                form.numbers(),
                form.mails(),
                form.addresses(),
                form.tags(),
                form.consents(),
                form.fields(),
                source.name(),
                source.key());
    }

    private static void differs(String place, @Nullable String said, String wanted, List<Fault> faults) {
        if (said != null && !said.equals(wanted)) {
            faults.add(new Fault(place, "other-than-address", "Leave it out, or write it as in the address."));
        }
    }

    private static CustomerForm.@Nullable Company company(@Nullable JsonFields json) {
        if (json == null) {
            return null;
        }
        CustomerForm.Company company = new CustomerForm.Company(json.number("id"), json.text("sourceKey"));
        json.nothingElse("name");
        return company;
    }

    private static @Nullable String owner(@Nullable JsonFields json) {
        if (json == null) {
            return null;
        }
        String login = json.text("login");
        json.nothingElse("name");
        return login;
    }

    private static CustomerForm.Number number(JsonFields json) {
        CustomerForm.Number number = new CustomerForm.Number(
                json.number("id"),
                json.text("raw"),
                json.text("extension"),
                json.text("label"),
                json.flag("moved", false));
        json.nothingElse("e164", "display", "movedAt", "sharedWith");
        return number;
    }

    private static List<CustomerForm.Mail> mails(JsonFields json) {
        List<CustomerForm.Mail> mails = new ArrayList<>();
        json.texts("mails").forEach(address -> mails.add(new CustomerForm.Mail(address, null)));
        return mails;
    }

    private static CustomerForm.Address address(JsonFields json) {
        CustomerForm.Address address = new CustomerForm.Address(
                json.text("label"),
                json.text("street"),
                json.text("postalCode"),
                json.text("city"),
                json.text("region"),
                json.text("country"));
        json.nothingElse();
        return address;
    }

    private static CustomerForm.Consent consent(JsonFields json) {
        CustomerForm.Consent consent =
                new CustomerForm.Consent(json.text("about"), json.flag("given"), json.text("at"), json.text("remark"));
        json.nothingElse("by");
        return consent;
    }

    private static Map<String, Object> fields(@Nullable JsonFields json) {
        Map<String, Object> fields = new HashMap<>();
        if (json != null) {
            for (String name : json.names()) {
                Object value = json.simple(name);
                if (value != null) {
                    fields.put(name, value);
                }
            }
        }
        return fields;
    }
}
