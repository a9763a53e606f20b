/// Who viewed, edited or exported whom: written by whoever shows or changes a customer, read by managers.
@NullMarked
package org.santral.server.customers.access;

import org.jspecify.annotations.NullMarked;
