/// Where log lines go, and in which format: standard error, and one file per export. It does not
/// decide what is logged and depends on no other room. Start reading at [com.autoclipr.logs.Logs].
@NullMarked
package com.autoclipr.logs;

import org.jspecify.annotations.NullMarked;
