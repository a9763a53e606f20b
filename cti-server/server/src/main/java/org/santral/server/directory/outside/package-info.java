/// Directories that others keep, asked at look-up time beside the own book: LDAP, CardDAV, any HTTP/JSON CRM.
///
/// The loop asks [WiderDirectory]; it asks the book (package `directory`) and, when the book knows nobody, the
/// [InOrder] of the settings. Each of them stands behind a [BudgetedOutside]: time budget, memory, circuit
/// [Breaker]. What came is judged in the order of the settings, never in the order of arrival, and every reason
/// tells it. An answer that comes after the card completes the card. `docs/directories.md` is for
/// administrators.
@NullMarked
package org.santral.server.directory.outside;

import org.jspecify.annotations.NullMarked;
