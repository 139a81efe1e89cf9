/// Files on disk: durable writes, permissions, digests, and failures from I/O errors. It knows
/// nothing of media, calls no native code and starts no threads. Start reading at [DurableFiles].
@NullMarked
package com.autoclipr.files;

import org.jspecify.annotations.NullMarked;
