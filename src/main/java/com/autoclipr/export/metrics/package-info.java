/// Metrics of one export in Prometheus text format. They are derived from its events alone; nothing
/// is measured here. Start reading at [com.autoclipr.export.metrics.ExportMetrics].
@NullMarked
package com.autoclipr.export.metrics;

import org.jspecify.annotations.NullMarked;
