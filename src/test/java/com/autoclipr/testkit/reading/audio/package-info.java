/// The audio side of the second reading: what the programs hear, and how it is compared. It must
/// never use the engine for the second reading. Start reading at
/// [com.autoclipr.testkit.reading.audio.AudioComparison].
@NullMarked
package com.autoclipr.testkit.reading.audio;

import org.jspecify.annotations.NullMarked;
