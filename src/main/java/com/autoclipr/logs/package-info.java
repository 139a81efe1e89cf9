/// Where log lines go, and in which form: standard error, and one file for each export. It decides
/// nothing about what is logged, and knows of no other room. Start reading at
/// [com.autoclipr.logs.Logs].
@NullMarked
package com.autoclipr.logs;

import org.jspecify.annotations.NullMarked;
