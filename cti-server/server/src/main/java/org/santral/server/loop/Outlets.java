package org.santral.server.loop;

import org.santral.asterisk.command.AsteriskCommands;
import org.santral.server.directory.Directory;
import org.santral.server.history.HistoryWriter;

/// Where effects go that leave the loop.
public record Outlets(Directory directory, HistoryWriter history, AsteriskCommands commands, AnomalyLog anomalies) {}
