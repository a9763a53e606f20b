/// Turns a site into the configuration of an Asterisk: one class for one file, values in, text out.
///
/// [AsteriskConfiguration] is called by the command line and names all files; every `…Conf` class writes one of
/// them, `ConfText` keeps hostile values inside their quotes. No I/O, no clock: the same order gives the same
/// bytes, which the golden files of the tests hold. The words `UserEvent(Santral, …)` and `CTI_…` of the
/// dialplan are the contract with the CTI server; they are described at `IncomingDialplan`.
@NullMarked
package org.santral.pbxconfig.asterisk;

import org.jspecify.annotations.NullMarked;
