/// The demo's carrier and phones, as far as the page may drive them: a door to another process, open only in
/// the demo.
@NullMarked
package org.santral.server.demo;

import org.jspecify.annotations.NullMarked;
