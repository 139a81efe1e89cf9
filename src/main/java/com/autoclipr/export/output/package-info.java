/// The output file: destination, work folder, free space, size limits, verification. It never
/// leaves a half-written file under the final name. Start reading at [Destination].
@NullMarked
package com.autoclipr.export.output;

import org.jspecify.annotations.NullMarked;
