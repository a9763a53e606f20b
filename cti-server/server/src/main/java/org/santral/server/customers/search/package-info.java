/// Search as you type: `CustomerSearch` asks each way a customer may be found, `Typed` says which ways a text may be
/// meant. Words and sounds come from `names`, numbers from `numbers`.
@NullMarked
package org.santral.server.customers.search;

import org.jspecify.annotations.NullMarked;
