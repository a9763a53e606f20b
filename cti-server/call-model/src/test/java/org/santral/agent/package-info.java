/// Who sits where and what they do, without a switchboard around it.
@NullMarked
package org.santral.agent;

import org.jspecify.annotations.NullMarked;
