@NullMarked
package org.santral.server.rest;

import org.jspecify.annotations.NullMarked;
