package org.santral.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.history.CallRecord;
import org.santral.server.directory.CustomerNames;
import org.santral.server.numbers.PhoneNumbers;
import org.santral.site.Site;

/// Rows with names from the site and from the callers recognised lately.
final class NamedRows implements CallRows {
    private final Site site;
    private final PhoneNumbers numbers;
    private final CustomerNames customers;

    NamedRows(Site site, PhoneNumbers numbers, CustomerNames customers) {
        this.site = site;
        this.numbers = numbers;
        this.customers = customers;
    }

    @Override
    public CallRow of(CallRecord record) {
        Long id = record.customer();
        CallRow.CustomerName customer = id == null
                ? null
                : customers
                        .byId(id)
                        .map(known ->
                                new CallRow.CustomerName(known.id(), known.name(), known.company(), known.segment()))
                        .orElse(null);
        AgentId agent = record.agent();
        return new CallRow(
                record.call().toString(),
                record.revision(),
                record.direction(),
                record.caller(),
                display(record.caller().number()),
                customer,
                record.did(),
                didLabel(record.did()),
                record.queue(),
                queueLabel(record.queue()),
                agent == null ? null : agent(agent.value()),
                record.startedAt().toEpochMilli(),
                millis(record.answeredAt()),
                millis(record.endedAt()),
                record.waitMillis(),
                record.talkMillis(),
                record.outcome(),
                record.hungUpBy(),
                record.certainty(),
                record.partOf() == null ? null : record.partOf().toString());
    }

    String display(String number) {
        return numbers.display(number);
    }

    @Nullable
    String didLabel(@Nullable String did) {
        return did == null ? null : site.did(did).map(Site.Did::label).orElse(null);
    }

    @Nullable
    String queueLabel(@Nullable String queue) {
        return queue == null ? null : site.queue(queue).map(Site.Queue::label).orElse(queue);
    }

    CallRow.AgentName agent(String login) {
        return new CallRow.AgentName(
                login, site.agent(new AgentId(login)).map(Site.Agent::name).orElse(login));
    }

    static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
