/// What administrators and managers define for all customers: segments, tags, fields.
@NullMarked
package org.santral.server.customers.definitions;

import org.jspecify.annotations.NullMarked;
