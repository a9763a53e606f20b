/// Requests and complaints of customers: who is in charge, until when, and what happened.
///
/// A request comes in at `CaseController`, is read into a [org.santral.server.cases.Wish], and
/// [org.santral.server.cases.CaseFlow] says which steps it means or why it is refused: which state may follow which,
/// which team a category leads to, when an answer and a solution are due. `CaseTables` writes the case and its
/// steps in one transaction. `Escalations` hands on what is overdue, by the same rules.
@NullMarked
package org.santral.server.cases;

import org.jspecify.annotations.NullMarked;
