package org.santral.pbxconfig.site;

/// How a line writes the numbers of callers, and how the site reads them.
///
/// @param starts what the number begins with, empty for whatever it is
/// @param digits how many digits it has, 0 for however many
/// @param strip what is taken off its beginning, may be empty
/// @param add what is put before the rest, may be empty
public record CallerRule(String starts, int digits, String strip, String add) {}
