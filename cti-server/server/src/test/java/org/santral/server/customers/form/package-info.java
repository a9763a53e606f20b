@NullMarked
package org.santral.server.customers.form;

import org.jspecify.annotations.NullMarked;
