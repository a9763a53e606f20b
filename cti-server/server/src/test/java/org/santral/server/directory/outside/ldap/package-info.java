/// A real OpenLDAP, and filters that nobody's number can change.
@NullMarked
package org.santral.server.directory.outside.ldap;

import org.jspecify.annotations.NullMarked;
