package org.santral.pbxconfig.site;

/// Where the exchange asks how to route a caller.
///
/// @param address IPv4 address of the FastAGI service
/// @param port its TCP port
/// @param budgetMillis within this time the CTI server means to answer
/// @param giveUpMillis after this time the exchange stops waiting and follows its own default
public record CtiServer(String address, int port, int budgetMillis, int giveUpMillis) {}
