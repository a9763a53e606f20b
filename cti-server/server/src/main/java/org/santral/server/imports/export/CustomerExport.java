package org.santral.server.imports.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.search.CustomerSearch;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.tables.enums.CustomerKind;

/// Writes all customers, or those that a search finds, to a file.
public final class CustomerExport {
    private static final int AT_ONCE = 500;

    private final ExportRows rows;
    private final CustomerSearch search;
    private final Format format;
    /// Of a search; null for all.
    private final @Nullable List<Long> found;

    /// A kind of file.
    public enum Format {
        CSV("text/csv;charset=UTF-8", "csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        VCARD("text/vcard;charset=UTF-8", "vcf");

        private final String mediaType;
        private final String ending;

        Format(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        String mediaType() {
            return mediaType;
        }

        /// Of the file's name.
        String ending() {
            return ending;
        }
    }

    /// @param q what is searched, empty for all
    public CustomerExport(DSLContext sql, PhoneNumbers numbers, Format format, String q) {
        this.rows = new ExportRows(sql, numbers);
        this.search = new CustomerSearch(sql, numbers);
        this.format = format;
        this.found = q.isBlank() ? null : searched(q);
    }

    private List<Long> searched(String q) {
        List<Long> ids = new ArrayList<>();
        String after = null;
        do {
            CustomerSearch.Page page = search.page(q, after, CustomerSearch.MOST);
            ids.addAll(page.ids());
            after = page.next();
        } while (after != null);
        return ids;
    }

    int count() {
        return found == null ? rows.size() : found.size();
    }

    public void write(OutputStream out) throws IOException {
        List<Long> ids = found;
        if (ids != null) {
            List<Exported> customers = rows.read(ids);
            try (CustomerFile file = file(out, CustomerColumns.Widths.of(customers))) {
                for (Exported customer : customers) {
                    file.write(customer);
                }
            }
            return;
        }
        try (CustomerFile file = file(out, rows.widths())) {
            for (CustomerKind kind : List.of(CustomerKind.COMPANY, CustomerKind.PERSON)) {
                List<Long> page = rows.page(kind, 0, AT_ONCE);
                while (!page.isEmpty()) {
                    for (Exported customer : rows.read(page)) {
                        file.write(customer);
                    }
                    page = rows.page(kind, page.getLast(), AT_ONCE);
                }
            }
        }
    }

    private CustomerFile file(OutputStream out, CustomerColumns.Widths widths) throws IOException {
        CustomerColumns columns = new CustomerColumns(widths, rows.fields());
        return switch (format) {
            case CSV -> CustomerFile.table(columns, new CsvLines(out));
            case XLSX -> CustomerFile.table(columns, new XlsxLines(out));
            case VCARD -> new VCardFile(out);
        };
    }
}
