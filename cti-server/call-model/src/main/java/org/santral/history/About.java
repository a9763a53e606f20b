package org.santral.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.santral.agent.AgentId;
import org.santral.agent.Note;
import org.santral.because.Because;
import org.santral.caller.Caller;
import org.santral.caller.LookUp;
import org.santral.pbx.CallId;

/// What is known of a call beside its connections.
///
/// @param lookUp null while the directory has not answered
/// @param customer the chosen or only candidate, null while undecided
/// @param agent who spoke last, null when nobody did
public record About(
        long revision,
        Caller caller,
        @Nullable LookUp lookUp,
        @Nullable Long customer,
        @Nullable AgentId agent,
        CallRecord.Certainty certainty,
        List<Transfer> transfers,
        List<Note> notes,
        @Nullable CallId partOf,
        List<Because> because,
        List<Recording> recordings) {}
