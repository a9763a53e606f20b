package org.santral.asterisk;

import org.santral.asterisk.ami.AmiSettings;
import org.santral.pbx.PbxId;

/// How to reach one Asterisk.
///
/// @param events the account of the event session
/// @param commandUser the account of the command session
public record AsteriskSettings(PbxId pbx, AmiSettings events, String commandUser, String commandSecret) {}
