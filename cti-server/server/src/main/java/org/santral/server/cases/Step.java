package org.santral.server.cases;

import org.jspecify.annotations.Nullable;
import org.santral.server.tables.enums.CaseStepWhat;

/// One thing that happened to a case.
///
/// @param was as people read it, null when there was nothing
/// @param became as people read it, null when there is nothing now
/// @param text what was written down, may be empty
record Step(
        CaseStepWhat what, @Nullable String was, @Nullable String became, String text) {

    static Step noted(String text) {
        return new Step(CaseStepWhat.NOTED, null, null, text);
    }
}
