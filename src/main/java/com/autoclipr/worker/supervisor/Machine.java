package com.autoclipr.worker.supervisor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// Resources available to this program: those of the machine, or of its container. Java reads the
/// limits of control groups, versions 1 and 2, itself (`memory.max`, `cpu.max` and their
/// predecessors).
///
/// @param memoryBytes total memory
/// @param processors at least 1
public record Machine(long memoryBytes, int processors) {
    /// The current machine.
    public static Machine current() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(system.getTotalMemorySize(), Runtime.getRuntime().availableProcessors());
    }
}
