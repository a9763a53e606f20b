package org.santral.switchboard;

import java.time.Instant;

/// Whether the exchange can be heard, and how often that has changed.
final class Link {
    private final Board board;
    private boolean up;
    private String reason = "not connected yet";
    private Instant since = Instant.EPOCH;
    private int generation;

    Link(Board board) {
        this.board = board;
    }

    void cameUp(Input.LinkUp event) {
        change(true, event.restarted() ? "restarted" : "", event.at());
    }

    void wentDown(Input.LinkDown event) {
        change(false, event.reason(), event.at());
    }

    private void change(boolean isUp, String why, Instant at) {
        if (up != isUp || generation == 0) {
            since = at;
        }
        up = isUp;
        reason = why;
        generation++;
        board.effects.add(new Effect.LinkChanged(board.pbx, up, reason));
    }

    boolean up() {
        return up;
    }

    String reason() {
        return reason;
    }

    Instant since() {
        return since;
    }

    int generation() {
        return generation;
    }
}
