/// The bench `ingest`: what one AMI event costs from the socket to the model, and how many a second go through.
///
/// [IngestBench] sends the same recorded traffic to a [Reader] of ours and to one of Asterisk-Java, in one run.
@NullMarked
package org.santral.bench.ingest;

import org.jspecify.annotations.NullMarked;
