/// What holds for every request, over real HTTP.
@NullMarked
package org.santral.server.web;

import org.jspecify.annotations.NullMarked;
