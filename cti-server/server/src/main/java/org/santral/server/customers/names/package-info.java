/// Names as they are compared: [org.santral.server.customers.names.Words] what people read,
/// [org.santral.server.customers.names.Sound] what they hear. Plain functions.
@NullMarked
package org.santral.server.customers.names;

import org.jspecify.annotations.NullMarked;
