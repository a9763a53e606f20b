package org.santral.switchboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.santral.agent.AgentState;
import org.santral.agent.AgentStep;
import org.santral.agent.AgentTable;
import org.santral.call.ConnectionState;
import org.santral.call.ConnectionStep;
import org.santral.call.ConnectionTable;
import org.santral.call.Transitions;
import org.santral.pbx.PbxEvent;
import org.santral.pbx.PbxId;
import org.santral.site.SiteIndex;

/// All live calls of one exchange. It moves only by [#apply], knows no time but that of its inputs and does
/// nothing by itself: what the world must do comes back as effects, in order. For one thread at a time.
public final class Switchboard {
    private final Board board;
    private final Link link;
    private final Floor floor;
    private final Pops pops;
    private final Callers callers;
    private final Routes routes;
    private final Diversions diversions;
    private final Beginnings beginnings;
    private final Turns turns;
    private final Endings endings;
    private final Wishes wishes;
    private final Views views;

    public Switchboard(PbxId pbx) {
        this(pbx, ConnectionTable.TABLE, AgentTable.TABLE);
    }

    /// With tables that can be watched.
    Switchboard(
            PbxId pbx,
            Transitions<ConnectionState, ConnectionStep> connections,
            Transitions<AgentState, AgentStep> agents) {
        board = new Board(pbx, connections, agents);
        link = new Link(board);
        floor = new Floor(board, link);
        pops = new Pops(board);
        callers = new Callers(board, pops);
        routes = new Routes(board, floor, callers);
        var queues = new Queues(board);
        diversions = new Diversions(board, floor, pops, callers);
        beginnings = new Beginnings(board, link, floor, callers, routes, diversions);
        endings = new Endings(board, floor, queues, pops, routes);
        turns = new Turns(board, floor, queues, pops, callers, endings, diversions);
        wishes = new Wishes(board, link, pops);
        views = new Views(board, link);
    }

    /// @return what the world must do now, in this order
    public List<Effect> apply(Input input) {
        board.now = input.at();
        Duration step = board.clock.hear(input);
        if (step != null) {
            board.anomalies.report(null, Anomalies.CLOCK_SET, step);
        }
        switch (input) {
            case Input.FromPbx from -> fromPbx(from);
            case Input.LinkUp up -> linkUp(up);
            case Input.LinkDown down -> linkDown(down);
            case Input.SiteSet set -> board.site = new SiteIndex(set.site());
            case Input.CallerLookedUp answer -> callerLookedUp(answer);
            case Input.RouteAsked asked -> routes.asked(asked);
            case Input.AgentSignedOn on -> agentSignedOn(on);
            case Input.AgentSignedOff off -> floor.signedOff(off.agent(), off.at());
            case Input.AgentReadinessSet wish -> floor.readiness(wish);
            case Input.CustomerChosen choice -> callers.chosen(choice);
            case Input.CustomerAttached attached -> callers.attached(attached);
            case Input.CommandAsked asked -> wishes.asked(asked);
            case Input.NoteWritten note -> wishes.noted(note);
            case Input.TransferAsked asked -> wishes.transfer(asked);
            case Input.TimerFired fired -> routes.timeIsUp(fired.timer());
        }
        board.records.writeTouched();
        return board.effects.take();
    }

    /// Everything that stands now; it changes no more.
    public Snapshot snapshot() {
        return views.snapshot();
    }

    public int liveCalls() {
        return board.calls.size();
    }

    private void fromPbx(Input.FromPbx input) {
        LiveCall before = ExchangeClock.callOf(board, input.event());
        fromPbx(input, board.clock.now(before));
        LiveCall after = before == null ? ExchangeClock.callOf(board, input.event()) : null;
        if (after != null) {
            board.clock.begins(after);
        }
    }

    private void fromPbx(Input.FromPbx input, Instant at) {
        boolean seenLive = input.origin() == Input.FromPbx.Origin.LIVE;
        switch (input.event()) {
            case PbxEvent.Originated begun -> beginnings.originated(begun, at, seenLive);
            case PbxEvent.Offered offered -> beginnings.offered(offered, at, seenLive);
            case PbxEvent.OfConnection turn -> turns.apply(turn, at);
            case PbxEvent.CallsMerged merged -> endings.merged(merged, at);
            case PbxEvent.Wanted wanted -> diversions.wanted(wanted);
            case PbxEvent.Tainted tainted -> board.anomalies.tainted(tainted);
            case PbxEvent.DeviceStateChanged changed -> floor.deviceChanged(changed);
            case PbxEvent.QueueMemberChanged member -> floor.memberChanged(member, at);
            case PbxEvent.QueueMemberRemoved gone -> floor.memberRemoved(gone, at);
        }
    }

    private void linkUp(Input.LinkUp up) {
        if (up.restarted()) {
            endings.restarted(link.generation(), !link.up(), up.at());
        }
        endings.linkIsBack(up.at());
        link.cameUp(up);
        floor.linkIsBack();
    }

    private void linkDown(Input.LinkDown down) {
        endings.linkLost(down.reason(), down.at());
        link.wentDown(down);
    }

    private void agentSignedOn(Input.AgentSignedOn on) {
        floor.signedOn(on);
        pops.deskOpened(on.agent(), on.extension());
    }

    private void callerLookedUp(Input.CallerLookedUp answer) {
        var live = board.calls.find(answer.call());
        var about = live == null ? board.calls.attaching(answer.call()) : live;
        if (about != null) {
            callers.lookedUp(about, answer);
        }
        routes.lookedUp(answer.call(), answer.answer());
    }
}
