/// Breaks exports on purpose, by seed, and judges how they end. Nothing here runs inside the
/// program: faults strike its processes and files from outside. Start reading at
/// [com.autoclipr.reliability.FaultCampaign].
@NullMarked
package com.autoclipr.reliability;

import org.jspecify.annotations.NullMarked;
