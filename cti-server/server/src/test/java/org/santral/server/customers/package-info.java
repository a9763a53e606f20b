@NullMarked
package org.santral.server.customers;

import org.jspecify.annotations.NullMarked;
