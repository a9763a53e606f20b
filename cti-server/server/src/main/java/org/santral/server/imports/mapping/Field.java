package org.santral.server.imports.mapping;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a column may say about a customer.
public enum Field {
    NAME("name"),
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    KIND("kind"),
    SAY_AS("sayAs"),
    COMPANY("company"),
    SEGMENT("segment"),
    OWNER("owner"),
    LANGUAGE("language"),
    WARNING("warning"),
    DO_NOT_CALL("doNotCall"),
    NUMBER("number"),
    /// Of the number before it.
    NUMBER_LABEL("numberLabel"),
    /// Of the number before it.
    EXTENSION("extension"),
    MAIL("mail"),
    ADDRESS_LABEL("addressLabel"),
    STREET("street"),
    POSTAL_CODE("postalCode"),
    CITY("city"),
    REGION("region"),
    COUNTRY("country"),
    TAGS("tags"),
    /// Lines of `about;given;at;remark`, as an export writes them.
    CONSENTS("consents"),
    /// Lines of `name=value`, as an export to vCard writes them.
    FIELDS("fields"),
    /// Who gives the key, where rows of several stand in one file.
    SOURCE("source"),
    SOURCE_KEY("sourceKey");

    /// Stands before the name of a field that administrators defined.
    public static final String OWN = "fields.";

    private final String word;

    Field(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// Null for a field of their own, for none, and for what is unknown.
    public static @Nullable Field of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    public boolean isOfAddress() {
        return switch (this) {
            case ADDRESS_LABEL, STREET, POSTAL_CODE, CITY, REGION, COUNTRY -> true;
            default -> false;
        };
    }
}
