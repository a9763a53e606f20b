/// Directories that speak LDAP (RFC 4510): one search per question, over a few connections that are kept.
@NullMarked
package org.santral.server.directory.outside.ldap;

import org.jspecify.annotations.NullMarked;
