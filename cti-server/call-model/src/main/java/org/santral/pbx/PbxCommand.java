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
}
