package org.santral.pbxconfig.asterisk;

import org.santral.pbxconfig.site.SitePlan;

/// What is said with somebody outside goes into a file, named after the channel of that party.
///
/// The outside party stays while desks come and go, so the recording runs on that channel: transfers, parks and
/// pick-ups leave it alone, and one file holds the whole talk (decision 0010). It is started once a channel: a
/// caller who is handed on to an outside number passes here again, and a second start would overwrite the file.
/// The name is told in `UserEvent(Santral, Step: recording, File: ...)`, because MixMonitorStart does not carry
/// it.
final class RecordingDialplan {

    private static final String CONTEXT = "santral-record";

    /// The caller is outside.
    static final String START = "Gosub(" + CONTEXT + ",s,1)";

    /// The called party is outside: an option of Dial, which runs it when that party answers.
    static final String OF_CALLED = "U(" + CONTEXT + ")";

    /// Before such a Dial: what is recorded on the caller's side already is not recorded twice.
    static final String TELL_CALLED = "Set(_CTI_RECORDED=${CTI_RECORDS})";

    private RecordingDialplan() {}

    static void write(Dialplan dialplan, SitePlan plan) {
        if (!plan.exchange().services().recording()) {
            return;
        }
        dialplan.context(CONTEXT)
                .extension("s", "GotoIf($[\"${CTI_RECORDS}${CTI_RECORDED}\" != \"\"]?done)")
                .then("Set(CTI_RECORDS=${FILTER(0-9A-Za-z._\\x2d,${UNIQUEID})}.wav)")
                .then("UserEvent(Santral,Step: recording,File: ${CTI_RECORDS})")
                .then("MixMonitor(${CTI_RECORDS},b)")
                .label("done", "Return()");
    }
}
