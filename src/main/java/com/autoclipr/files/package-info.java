/// Files on disk: what is written so that it survives a power cut, who may read it, and what it
/// means when the system refuses. It knows nothing of media; native code and threads have no place
/// here. Start reading at [DurableFiles].
@NullMarked
package com.autoclipr.files;

import org.jspecify.annotations.NullMarked;
