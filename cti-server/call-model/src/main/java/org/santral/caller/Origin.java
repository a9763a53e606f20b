package org.santral.caller;

/// Where a candidate stands who is no customer of ours: another directory named them.
///
/// Such a candidate's [Customer#id] is a handle: the same one for the same origin at all times, by which a desk
/// chooses, and never the id of a customer of ours. Nothing that lasts may refer to it, see [Match#recorded].
///
/// @param directory as the settings name it
/// @param key of the entry there, stable as long as the entry is
public record Origin(String directory, String key) {}
