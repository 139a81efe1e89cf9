package com.autoclipr.worker.flight;

import jdk.jfr.Label;
import jdk.jfr.Name;

/// Encoding a chunk's frames.
@Name("com.autoclipr.Encode")
@Label("Encode chunk")
public final class EncodeEvent extends ChunkEvent {}
