package org.santral.phones.call;

/// Why a call ended: the cause, the SIP status when there was one (else 0), and the words or Reason header
/// beside it.
public record Ending(EndCause cause, int status, String words) {}
