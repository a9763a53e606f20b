package org.santral.pbx;

/// What Santral may ask of an exchange, in the imperative.
public sealed interface PbxCommand {
    DeviceId device();

    /// What is asked of one connection.
    sealed interface OfConnection extends PbxCommand {
        ConnectionId connection();
    }

    /// Let no queue call this phone until [ResumeMember].
    ///
    /// @param member what queues call it by
    /// @param reason as it is told back by the exchange
    record PauseMember(DeviceId device, String member, String reason) implements PbxCommand {}

    /// Let queues call this phone again, whoever paused it.
    record ResumeMember(DeviceId device, String member) implements PbxCommand {}

    /// Let the ringing device go off hook by itself.
    record Answer(ConnectionId connection, DeviceId device) implements OfConnection {}

    /// Keep nothing of what this connection says and hears until [ResumeRecording].
    record PauseRecording(ConnectionId connection, DeviceId device) implements OfConnection {}

    record ResumeRecording(ConnectionId connection, DeviceId device) implements OfConnection {}

    /// End this connection: rejects while it rings, hangs up while it talks.
    record Clear(ConnectionId connection, DeviceId device) implements OfConnection {}

    /// Call this number for whom this connection talks with, and let this connection go.
    record Transfer(ConnectionId connection, DeviceId device, String number) implements OfConnection {}

    /// Hold whom this connection talks with and call this number for it. When this connection ends, the two are
    /// joined.
    record Consult(ConnectionId connection, DeviceId device, String number) implements OfConnection {}

    /// Let go whom this connection consults; it has back whom it holds.
    record EndConsultation(ConnectionId connection, DeviceId device) implements OfConnection {}
}
