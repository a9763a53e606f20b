package org.santral.server.imports.mapping;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns that are brought in, each with what it belongs to.
final class Columns {
    private final List<Target> targets = new ArrayList<>();
    private final int addresses;

    /// @param own name of the field that administrators defined, null for the others
    /// @param group for parts of an address which one, for a number and what belongs to it the number's column
    record Target(
            int column,
            String name,
            @Nullable Field field,
            @Nullable String own,
            String label,
            int group) {}

    Columns(Mapping mapping) {
        Set<Field> inAddress = EnumSet.noneOf(Field.class);
        int address = -1;
        String addressLabel = "";
        int number = -1;
        List<Mapping.Column> columns = mapping.columns();
        for (int i = 0; i < columns.size(); i++) {
            Mapping.Column column = columns.get(i);
            String name = column.name().isBlank() ? Integer.toString(i + 1) : column.name();
            if (column.field().startsWith(Field.OWN)) {
                String own = column.field().substring(Field.OWN.length());
                targets.add(new Target(i, name, null, own, column.label(), 0));
                continue;
            }
            Field field = Field.of(column.field());
            if (field == null) {
                continue;
            }
            int group = 0;
            if (field.isOfAddress()) {
                if (address < 0 || inAddress.contains(field) || field == Field.ADDRESS_LABEL) {
                    address++;
                    addressLabel = column.label();
                    inAddress.clear();
                }
                inAddress.add(field);
                group = address;
            } else if (field == Field.NUMBER) {
                number = i;
                group = i;
            } else if (field == Field.NUMBER_LABEL || field == Field.EXTENSION) {
                if (number < 0) {
                    continue;
                }
                group = number;
            }
            // The label of an address stands at the column that begins it, and counts when that is empty too.
            boolean isPart = field.isOfAddress() && column.label().isEmpty();
            targets.add(new Target(i, name, field, null, isPart ? addressLabel : column.label(), group));
        }
        addresses = address + 1;
    }

    List<Target> targets() {
        return targets;
    }

    /// How many addresses a row may have.
    int addresses() {
        return addresses;
    }
}
