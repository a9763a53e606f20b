@NullMarked
package org.santral.server.customers.search;

import org.jspecify.annotations.NullMarked;
