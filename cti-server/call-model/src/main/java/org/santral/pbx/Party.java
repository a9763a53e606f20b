package org.santral.pbx;

/// How the exchange presents one end of a call. Both texts are hostile: whatever a stranger put into a SIP
/// header.
///
/// @param number as signalled, empty when the exchange does not know it
/// @param name as signalled and unescaped, empty when the exchange does not know it
/// @param presentation whether the number may be shown
public record Party(String number, String name, Presentation presentation) {
    public static final Party NONE = new Party("", "", Presentation.UNAVAILABLE);

    /// RFC 3323 and Q.951 in three words.
    public enum Presentation {
        ALLOWED,
        RESTRICTED,
        UNAVAILABLE
    }
}
