package com.autoclipr.worker.supervisor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What this program may use: the machine, or what a container leaves of it. Java reads the limits
/// of control groups, versions 1 and 2, by itself (`memory.max`, `cpu.max` and their forerunners).
///
/// @param memoryBytes memory in all
/// @param processors at least 1
public record Machine(long memoryBytes, int processors) {
    /// The one this runs on.
    public static Machine current() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(system.getTotalMemorySize(), Runtime.getRuntime().availableProcessors());
    }
}
