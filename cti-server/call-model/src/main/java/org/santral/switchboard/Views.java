package org.santral.switchboard;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.santral.agent.Seat;
import org.santral.screenpop.Pop;
import org.santral.site.Site;

/// Copies the board into a snapshot.
final class Views {
    private final Board board;
    private final Link link;

    Views(Board board, Link link) {
        this.board = board;
        this.link = link;
    }

    Snapshot snapshot() {
        return new Snapshot(
                board.pbx,
                board.now,
                new Snapshot.LinkView(link.up(), link.reason(), link.since()),
                calls(),
                pops(),
                agents(),
                queues());
    }

    private List<Snapshot.LiveCallView> calls() {
        var views = new ArrayList<Snapshot.LiveCallView>(board.calls.size());
        for (LiveCall live : board.calls.all()) {
            views.add(new Snapshot.LiveCallView(board.records.recordOf(live), connections(live)));
        }
        return List.copyOf(views);
    }

    private static List<Snapshot.ConnectionView> connections(LiveCall live) {
        var views = new ArrayList<Snapshot.ConnectionView>();
        for (Leg leg : live.legs) {
            var connection = leg.connection;
            if (connection.live()) {
                views.add(new Snapshot.ConnectionView(
                        live.id(),
                        connection.id(),
                        connection.device(),
                        connection.state(),
                        connection.joined(),
                        connection.waitingIn()));
            }
        }
        return List.copyOf(views);
    }

    private List<Pop> pops() {
        var pops = new ArrayList<Pop>();
        for (LiveCall live : board.calls.all()) {
            for (Card card : live.cards) {
                if (card.shown != null) {
                    pops.add(card.shown);
                }
            }
        }
        return List.copyOf(pops);
    }

    private List<Snapshot.AgentView> agents() {
        var views = new ArrayList<Snapshot.AgentView>();
        for (Seat seat : board.roster.seats()) {
            views.add(
                    new Snapshot.AgentView(seat.agent(), seat.state(), seat.extension(), seat.reason(), seat.since()));
        }
        return List.copyOf(views);
    }

    private List<Snapshot.QueueView> queues() {
        var names = new TreeSet<>(board.lines.all().keySet());
        for (Site.Queue queue : board.site.site().queues()) {
            names.add(queue.name());
        }
        var views = new ArrayList<Snapshot.QueueView>();
        for (String name : names) {
            views.add(new Snapshot.QueueView(name, board.lines.waiting(name)));
        }
        return List.copyOf(views);
    }
}
