package org.santral.server.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.AgentState;
import org.santral.caller.Caller;
import org.santral.caller.CallerClass;
import org.santral.caller.LookUp;
import org.santral.history.CallRecord;
import org.santral.pbx.CallId;
import org.santral.pbx.DeviceId;
import org.santral.screenpop.Pop;
import org.santral.site.Site;
import org.santral.switchboard.Snapshot;

/// A moment as people read it: the calls, the cards, who was there, who waited.
final class BoardText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Moment moment;
    private final Snapshot board;
    private final Site site;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    private BoardText(Moment moment) {
        this.moment = moment;
        this.board = moment.snapshot();
        this.site = moment.site();
        this.zone = ZoneId.of(site.zone());
    }

    static List<String> of(Moment moment) {
        BoardText text = new BoardText(moment);
        text.write();
        return List.copyOf(text.lines);
    }

    private void write() {
        lines.add(board.pbx() + " at " + DAY.format(local(moment.at())) + " " + zone + " (" + moment.at() + ")");
        lines.add("link " + (board.link().up() ? "up" : "down") + " since "
                + clock(board.link().since())
                + (board.link().reason().isEmpty() ? "" : ": " + board.link().reason()));
        lines.add("last input before it: " + FULL.format(local(moment.last())) + after());
        section("calls", board.calls().size());
        board.calls().forEach(this::call);
        section("cards", board.pops().size());
        board.pops().forEach(this::card);
        section("agents", board.agents().size());
        board.agents().forEach(this::agent);
        section("queues", board.queues().size());
        board.queues()
                .forEach(queue -> lines.add("  " + queue.name() + "  " + label(queue.name()) + "  "
                        + (queue.waiting() == 0 ? "nobody waits" : queue.waiting() + " waiting")));
    }

    private String after() {
        Instant next = moment.next();
        if (next == null) {
            return "; nothing has been journaled since";
        }
        return moment.stopped() ? "; the server was not there: it started again at " + FULL.format(local(next)) : "";
    }

    private void section(String name, int size) {
        lines.add("");
        lines.add(name + ": " + (size == 0 ? "none" : size));
    }

    private void call(Snapshot.LiveCallView call) {
        CallRecord record = call.record();
        String way = record.did() == null ? "" : "  by " + record.did();
        lines.add("  " + record.direction().name().toLowerCase(Locale.ROOT) + "  " + who(record.caller())
                + known(record.call()) + way + "  since " + clock(record.startedAt()) + " ("
                + lasts(record.startedAt()) + ")  " + record.call());
        for (Snapshot.ConnectionView connection : call.connections()) {
            String queue = connection.queue() == null ? "" : " in " + connection.queue();
            String joined = connection.joined() ? ", talks" : "";
            lines.add("      " + device(connection.device()) + "  "
                    + connection.state().name().toLowerCase(Locale.ROOT) + queue + joined + since(record, connection));
        }
    }

    private String since(CallRecord record, Snapshot.ConnectionView connection) {
        for (CallRecord.Leg leg : record.legs()) {
            if (leg.connection().equals(connection.connection())) {
                Instant answered = leg.answeredAt();
                Instant ringing = leg.ringingAt();
                return answered != null
                        ? ", answered " + clock(answered)
                        : ringing != null
                                ? ", rings since " + clock(ringing)
                                : ", there since " + clock(leg.startedAt());
            }
        }
        return "";
    }

    private void card(Pop pop) {
        lines.add("  " + name(pop.agent()) + "  " + pop.state().name().toLowerCase(Locale.ROOT) + "  "
                + who(pop.caller()) + known(pop.call()) + "  since " + clock(sinceOf(pop)) + "  " + pop.call());
    }

    private static Instant sinceOf(Pop pop) {
        Instant answered = pop.times().answeredAt();
        return answered == null ? pop.times().ringingSince() : answered;
    }

    private void agent(Snapshot.AgentView agent) {
        String at = agent.extension() == null ? "" : "  at " + agent.extension();
        String why = agent.reason() == null ? "" : " (" + agent.reason() + ")";
        lines.add("  " + name(agent.agent()) + at + "  " + word(agent.state()) + why + "  since " + clock(agent.since())
                + " (" + lasts(agent.since()) + ")");
    }

    private static String word(AgentState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String who(Caller caller) {
        String number = caller.kind() == CallerClass.NUMBER || caller.kind() == CallerClass.INTERNAL
                ? caller.number()
                : caller.kind().name().toLowerCase(Locale.ROOT);
        return caller.name().isEmpty() ? number : number + " \"" + caller.name() + "\"";
    }

    /// Whom the directory had named by then.
    private String known(CallId call) {
        return switch (moment.lookUps().get(call)) {
            case LookUp.Found found ->
                " = "
                        + found.candidates().stream()
                                .map(candidate -> candidate.customer().name())
                                .reduce((one, other) -> one + " or " + other)
                                .orElse("");
            case LookUp.NotFound unknown -> " (not in the book)";
            case LookUp.Unanswered silent -> " (the directory did not answer)";
            case null -> "";
        };
    }

    private String device(DeviceId device) {
        return site.phone(device)
                .map(phone -> phone.extension() + " " + phone.label())
                .or(() -> site.trunk(device).map(trunk -> trunk.label() + " (" + device.name() + ")"))
                .orElse(device.name());
    }

    private String name(AgentId agent) {
        return site.agent(agent).map(one -> agent + " " + one.name()).orElse(agent.value());
    }

    private String label(String queue) {
        return site.queue(queue).map(Site.Queue::label).orElse("");
    }

    private String clock(Instant at) {
        boolean sameDay = local(at).toLocalDate().equals(local(moment.at()).toLocalDate());
        return (sameDay ? CLOCK : DAY).format(local(at));
    }

    private java.time.ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }

    private String lasts(@Nullable Instant since) {
        Duration so =
                since == null || since.isAfter(moment.at()) ? Duration.ZERO : Duration.between(since, moment.at());
        return so.toHours() > 0
                ? "%d:%02d:%02d".formatted(so.toHours(), so.toMinutesPart(), so.toSecondsPart())
                : "%d:%02d".formatted(so.toMinutes(), so.toSecondsPart());
    }
}
