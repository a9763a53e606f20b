package org.santral.pbx;

/// What Santral may ask of an exchange, in the imperative.
public sealed interface PbxCommand {
    ConnectionId connection();

    DeviceId device();

    /// Let the ringing device go off hook by itself.
    record Answer(ConnectionId connection, DeviceId device) implements PbxCommand {}

    /// Keep nothing of what this connection says and hears until [ResumeRecording].
    record PauseRecording(ConnectionId connection, DeviceId device) implements PbxCommand {}

    record ResumeRecording(ConnectionId connection, DeviceId device) implements PbxCommand {}

    /// End this connection: rejects while it rings, hangs up while it talks.
    record Clear(ConnectionId connection, DeviceId device) implements PbxCommand {}

    /// Call this number for whom this connection talks with, and let this connection go.
    record Transfer(ConnectionId connection, DeviceId device, String number) implements PbxCommand {}

    /// Hold whom this connection talks with and call this number for it. When this connection ends, the two are
    /// joined.
    record Consult(ConnectionId connection, DeviceId device, String number) implements PbxCommand {}

    /// Let go whom this connection consults; it has back whom it holds.
    record EndConsultation(ConnectionId connection, DeviceId device) implements PbxCommand {}
}
