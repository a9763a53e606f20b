package org.santral.server.imports;

import static org.santral.server.tables.Tables.CUSTOMER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.santral.server.customers.CustomerRows;
import org.santral.server.customers.CustomerStore;
import org.santral.server.customers.form.CheckedCustomer;
import org.santral.server.customers.form.CustomerCheck;
import org.santral.server.customers.form.CustomerForm;
import org.santral.server.imports.ImportJobs.Counts;
import org.santral.server.imports.ImportJobs.Refused;
import org.santral.server.imports.mapping.RowForms;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.server.rest.Fault;
import org.santral.server.rest.Refusal;

/// Writes some thousand rows and how far the job is in one transaction: whatever happens, a row is in the book once, or
/// it comes again when the job goes on.
final class BatchWriter {
    private final DSLContext sql;
    private final CustomerStore store;
    private final PhoneNumbers numbers;
    private final CustomerCheck check;
    private final ImportJobs jobs;
    private final ImportJobs.Job job;
    private final Twins twins;
    private final Employers employers;

    BatchWriter(
            DSLContext sql,
            CustomerStore store,
            PhoneNumbers numbers,
            CustomerCheck check,
            ImportJobs jobs,
            ImportJobs.Job job,
            KnownNumbers known) {
        this.sql = sql;
        this.store = store;
        this.numbers = numbers;
        this.check = check;
        this.jobs = jobs;
        this.job = job;
        this.twins = new Twins(known, job.dryRun());
        this.employers = new Employers(check);
    }

    /// What one transaction did.
    private record Done(Counts counts, List<CheckedCustomer> added, Map<String, Long> employers) {}

    /// @param position the last row of the batch
    Counts write(List<RowForms.Read> rows, long position, @Nullable Long total, Counts before) {
        Done done;
        try {
            done = inTransaction(rows, position, total, before);
        } catch (Refusal e) {
            // A company that was known is gone: looked up anew.
            employers.forget();
            done = inTransaction(rows, position, total, before);
        }
        twins.added(done.added());
        employers.keep(done.employers());
        return done.counts();
    }

    private Done inTransaction(List<RowForms.Read> rows, long position, @Nullable Long total, Counts before) {
        return sql.transactionResult(inside -> {
            DSLContext in = inside.dsl();
            Batch batch = new Batch(in, rows);
            Counts counts = batch.write(position, before);
            jobs.refuse(in, job.id(), batch.refused);
            jobs.settle(in, job.id(), counts, total);
            return new Done(counts, batch.added, batch.companies);
        });
    }

    /// Of another program's record.
    private record Key(String source, String key) {
        static Key of(RowForms.Read row) {
            CheckedCustomer customer = row.customer();
            return customer == null
                    ? new Key("", "")
                    : new Key(String.valueOf(customer.source()), String.valueOf(customer.sourceKey()));
        }
    }

    private final class Batch {
        private final DSLContext in;
        private final CustomerStore within;
        private final List<RowForms.Read> rows;
        private final List<Refused> refused = new ArrayList<>();
        private final List<CheckedCustomer> added = new ArrayList<>();
        private Map<String, Long> companies = Map.of();
        private long changed;
        private long unchanged;
        private long refusedRows;

        Batch(DSLContext in, List<RowForms.Read> rows) {
            this.in = in;
            this.within = store.in(in);
            this.rows = rows;
        }

        Counts write(long position, Counts before) {
            List<RowForms.Read> keyed = new ArrayList<>();
            List<CheckedCustomer> simple = new ArrayList<>();
            companies = companies();
            for (RowForms.Read row : rows) {
                for (int i = 0; i < row.wrong().size(); i++) {
                    RowForms.Wrong wrong = row.wrong().get(i);
                    refuse(row, i, wrong);
                }
                CheckedCustomer customer = row.customer();
                if (customer != null && customer.source() != null) {
                    keyed.add(row);
                } else if (customer != null) {
                    simple.add(employed(customer, row.employer()));
                }
            }
            List<CheckedCustomer> fresh = twins.newOnes(in, simple);
            unchanged += simple.size() - fresh.size();
            keyed(keyed, fresh);
            if (!job.dryRun() && !fresh.isEmpty()) {
                within.createAll(fresh, job.login());
            }
            added.addAll(fresh);
            return new Counts(
                    position,
                    before.added() + fresh.size(),
                    before.changed() + changed,
                    before.unchanged() + unchanged,
                    before.refused() + refusedRows);
        }

        private void refuse(RowForms.Read row, int position, RowForms.Wrong wrong) {
            refused.add(new Refused(
                    row.row().number(), position, wrong.column(), wrong.value(), wrong.reason(), wrong.wholeRow()));
            refusedRows += wrong.wholeRow() ? 1 : 0;
        }

        private Map<String, Long> companies() {
            Set<String> names = new TreeSet<>();
            for (RowForms.Read row : rows) {
                String employer = row.employer();
                if (employer != null && row.customer() != null) {
                    names.add(employer);
                }
            }
            return job.dryRun() || names.isEmpty() ? Map.of() : employers.of(in, within, names, job.login());
        }

        private CheckedCustomer employed(CheckedCustomer customer, @Nullable String employer) {
            Long id = employer == null ? null : companies.get(Employers.fold(employer));
            return id == null ? customer : customer.withCompany(new CustomerForm.Company(id, null));
        }

        /// Other programs' records: new ones go to the others, those that are there are brought up to date.
        private void keyed(List<RowForms.Read> keyed, List<CheckedCustomer> fresh) {
            Map<Key, RowForms.Read> last = new LinkedHashMap<>();
            for (RowForms.Read row : keyed) {
                // Of two rows with one key in a batch the later one counts, as it would in two batches.
                unchanged += last.put(Key.of(row), row) == null ? 0 : 1;
            }
            Map<Key, Long> known = known(last.keySet());
            last.forEach((key, row) -> {
                Long id = known.get(key);
                CheckedCustomer customer = row.customer();
                if (id == null && customer != null) {
                    fresh.add(employed(customer, row.employer()));
                } else if (id != null) {
                    change(id, row);
                }
            });
        }

        private Map<Key, Long> known(Set<Key> keys) {
            Map<Key, Long> known = new HashMap<>();
            Map<String, List<String>> bySource = new HashMap<>();
            for (Key key : keys) {
                bySource.computeIfAbsent(key.source(), _ -> new ArrayList<>()).add(key.key());
            }
            bySource.forEach((source, some) -> in.select(CUSTOMER.SOURCE_KEY, CUSTOMER.ID)
                    .from(CUSTOMER)
                    .where(CUSTOMER.SOURCE.eq(source))
                    .and(CUSTOMER.SOURCE_KEY.in(some))
                    .forEach(row -> known.put(new Key(source, row.value1()), row.value2())));
            return known;
        }

        private void change(long id, RowForms.Read row) {
            CustomerForm form = new CustomerRows(in, numbers)
                    .full(id)
                    .map(now -> Overlay.form(now, row.form(), numbers))
                    .orElse(row.form());
            CustomerCheck.Result result = check.check(form);
            CheckedCustomer customer = result.customer();
            List<Fault> faults = new ArrayList<>(result.faults());
            try {
                if (customer != null && job.dryRun()) {
                    // Whether it differs is known only by writing; a dry run says what could change.
                    changed++;
                } else if (customer != null) {
                    boolean differs = within.upsert(employed(customer, row.employer()), null, job.login())
                            .changed();
                    changed += differs ? 1 : 0;
                    unchanged += differs ? 0 : 1;
                }
            } catch (Refusal e) {
                faults.addAll(
                        e.faults().isEmpty()
                                ? List.of(new Fault("", "conflict", String.valueOf(e.getMessage())))
                                : e.faults());
            }
            if (!faults.isEmpty()) {
                Fault first = faults.getFirst();
                refuse(row, row.wrong().size(), new RowForms.Wrong(first.field(), "", first.reason(), true));
            }
        }
    }
}
