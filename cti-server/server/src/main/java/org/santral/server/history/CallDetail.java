package org.santral.server.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.history.Transfer;
import org.santral.server.recordings.RecordingView;

/// One call with its legs and reasons: `CallDetail` of the web client's `wire.ts`.
public record CallDetail(
        @JsonUnwrapped CallRow row,
        List<Leg> legs,
        List<Handover> transfers,
        List<Said> notes,
        List<Because> because,
        List<RecordingView> recordings) {

    /// Times are milliseconds since 1970, UTC.
    public record Leg(
            String connection,
            String device,
            String number,
            @Nullable String agent,
            @Nullable String queue,
            long startedAt,
            @Nullable Long ringingAt,
            @Nullable Long answeredAt,
            @Nullable Long endedAt,
            long talkMillis,
            long heldMillis,
            @Nullable String cause,
            int q850) {}

    /// Who handed the call on, how and to whom.
    ///
    /// @param kind `BLIND`, `ATTENDED` or `THREE_WAY`
    public record Handover(
            long at,
            String kind,
            @Nullable String by,
            String from,
            @Nullable String to,
            String number) {
        static Handover of(Transfer transfer) {
            return new Handover(
                    transfer.at().toEpochMilli(),
                    transfer.kind().name(),
                    transfer.by() == null ? null : transfer.by().value(),
                    transfer.from(),
                    transfer.to() == null ? null : transfer.to().value(),
                    transfer.number());
        }
    }

    /// An agent's note.
    public record Said(long at, String by, String text) {
        static Said of(Note note) {
            return new Said(note.at().toEpochMilli(), note.by().value(), note.text());
        }
    }
}
