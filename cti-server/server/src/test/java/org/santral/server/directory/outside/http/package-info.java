/// A CRM in a process of its own, and addresses that are refused.
@NullMarked
package org.santral.server.directory.outside.http;

import org.jspecify.annotations.NullMarked;
